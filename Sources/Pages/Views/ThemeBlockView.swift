import Mustache

/// A theme with its topics, as the front page and the index of topics show it.
struct ThemeBlockView: Viewable {
  var name: String
  var href: String
  var count: Int
  /// Number of the sign that tells the theme on the map, 1...16.
  var sign: Int
  var topics: [CountedLinkView]

  static let schema = Schema<ThemeBlockView>(
    .text("name", \.name), .text("href", \.href),
    .text("papers") { Wording.count($0.count, "paper") }, .number("sign", \.sign),
    .list("topics", \.topics))
}
