import Mustache

/// A paper in a list: title, its sentence, where it came from and, in mixed lists, its topic.
struct EntryView: Viewable {
  /// Content id of the paper.
  var id: String
  var title: String
  var href: String
  /// What the paper adds, cut to fit.
  var say: String?
  /// `Fourth dump, rank 11`
  var note: String
  var topic: LinkView?

  static let schema = Schema<EntryView>(
    .text("id", \.id), .text("title", \.title), .text("href", \.href), .optionalText("say", \.say),
    .text("note", \.note), .optional("topic") { $0.topic })
}
