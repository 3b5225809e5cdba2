import Mustache

/// A paper in a list: title, its sentence, where it came from and, in mixed lists, its topic.
struct EntryView: Viewable {
  /// Index into the library.
  var paper: Int
  /// Content id of the paper.
  var id: PreparedText
  var title: PreparedText
  var href: PreparedLink
  /// What the paper adds, cut to fit.
  var say: PreparedText
  /// `Fourth dump, rank 11`
  var note: PreparedText
  var topic: LinkView?

  static let schema = Schema<EntryView>(
    .prepared("id", \.id), .prepared("title", \.title), .link("href", \.href), .prepared("say", \.say),
    .prepared("note", \.note), .optional("topic", \.topic))
}
