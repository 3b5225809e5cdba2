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
    .text("site") { $0.site }, .text("language") { $0.language }, .text("root") { $0.root },
    .text("from") { $0.from }, .text("name") { $0.name }, .text("href") { $0.href })

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
