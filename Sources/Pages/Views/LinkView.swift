import Mustache

/// A link: its words and its address relative to the page.
struct LinkView: Viewable, Equatable {
  var text: String
  var href: String

  static let schema = Schema<LinkView>(.text("text", \.text), .text("href", \.href))
}

/// A link with a number beside it.
struct CountedLinkView: Viewable, Equatable {
  var text: String
  var href: String
  var count: Int

  static let schema = Schema<CountedLinkView>(
    .text("text", \.text), .text("href", \.href), .text("count") { Wording.digits($0.count) },
    .text("papers") { Wording.count($0.count, "paper") })
}

/// A keyword or a paper with its page.
struct SharedLinkView: Viewable {
  var text: PreparedText
  var href: PreparedLink

  static let schema = Schema<SharedLinkView>(.prepared("text", \.text), .link("href", \.href))
}
