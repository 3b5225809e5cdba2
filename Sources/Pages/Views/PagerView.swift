import Mustache

/// The way to the page before and the page after.
struct PagerView: Viewable {
  var previous: LinkView?
  var next: LinkView?

  static let schema = Schema<PagerView>(
    .optional("previous") { $0.previous }, .optional("next") { $0.next },
    .flag("any") { $0.previous != nil || $0.next != nil })
}

/// One page of a list that was cut into pages.
struct PageNumberView: Viewable {
  var number: Int
  var href: String
  var isCurrent: Bool

  static let schema = Schema<PageNumberView>(
    .number("number") { $0.number }, .text("href") { $0.href }, .flag("isCurrent") { $0.isCurrent })
}

/// The pages of a list and where the reader is among them.
struct PageNumbersView: Viewable {
  var pages: [PageNumberView]
  var next: LinkView?

  static let schema = Schema<PageNumbersView>(
    .list("pages") { $0.pages }, .optional("next") { $0.next })
}

/// A letter of an index.
struct LetterView: Viewable {
  var name: String
  /// Nil where the letter has no rows.
  var href: String?
  var isCurrent = false

  static let schema = Schema<LetterView>(
    .text("name") { $0.name }, .optionalText("href") { $0.href }, .flag("isCurrent") { $0.isCurrent })
}
