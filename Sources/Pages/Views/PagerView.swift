import Mustache

/// The way to the page before and the page after.
struct PagerView: Viewable {
  var previous: LinkView?
  var next: LinkView?

  static let schema = Schema<PagerView>(
    .optional("previous", \.previous), .optional("next", \.next),
    .flag("any") { $0.previous != nil || $0.next != nil })
}

/// The way to the paper before and the paper after in a topic.
struct PaperPagerView: Viewable {
  var previous: SharedLinkView?
  var next: SharedLinkView?

  static let schema = Schema<PaperPagerView>(
    .optional("previous", \.previous), .optional("next", \.next), .flag("any") { $0.previous != nil || $0.next != nil })
}

/// One page of a list that was cut into pages.
struct PageNumberView: Viewable {
  var number: Int
  var href: String
  var isCurrent: Bool

  static let schema = Schema<PageNumberView>(
    .number("number", \.number), .text("href", \.href), .flag("isCurrent", \.isCurrent))
}

/// The pages of a list and where the reader is among them.
struct PageNumbersView: Viewable {
  var pages: [PageNumberView]
  var next: LinkView?

  static let schema = Schema<PageNumbersView>(
    .list("pages", \.pages), .optional("next", \.next))
}

/// A letter of an index.
struct LetterView: Viewable {
  var name: String
  /// Nil where the letter has no rows.
  var href: String?
  var isCurrent = false

  static let schema = Schema<LetterView>(
    .text("name", \.name), .optionalText("href", \.href), .flag("isCurrent", \.isCurrent))
}
