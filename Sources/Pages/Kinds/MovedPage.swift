import Mustache
import Planning

/// What stands at the address of a topic that another one took over: a page that leads there.
struct MovedPage: Viewable {
  var site: String
  var language: String
  var root: String
  /// The last part of the old address.
  var from: String
  var name: String
  var href: String

  static let schema = Schema<MovedPage>(
    .text("site", \.site), .text("language", \.language), .text("root", \.root),
    .text("from", \.from), .text("name", \.name), .text("href", \.href))

  /// The old address of a move and the page for it.
  static func make(_ move: Continuity.Successor, _ content: EditionContent) -> (path: SitePath, view: MovedPage) {
    let path = SitePath("topics/\(move.from).html")
    let target = content.plan.topics[move.topic]
    return (
      path,
      MovedPage(
        site: content.title, language: content.language, root: path.toRoot, from: move.from,
        name: Wording.capitalised(content.atlas.topics[move.topic].name), href: Planning.href(to: target, from: path))
    )
  }
}
