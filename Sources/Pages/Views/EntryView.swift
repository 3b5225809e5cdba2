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
    .text("id") { $0.id }, .text("title") { $0.title }, .text("href") { $0.href }, .optionalText("say") { $0.say },
    .text("note") { $0.note }, .optional("topic") { $0.topic })
}
