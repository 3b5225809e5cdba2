import Mustache
import Planning
import Text

/// What stands at the address of a topic or a keyword that no longer is one and that nothing took over.
struct GonePage: Viewable {
  var site: String
  var language: String
  var root: String
  /// The words of the address.
  var name: String
  var isTopic: Bool
  /// All topics, or all keywords; the front page where there is none.
  var index: String
  /// The search page with the words of the address.
  var search: String

  static let schema = Schema<GonePage>(
    .text("site", \.site), .text("language", \.language), .text("root", \.root), .text("name", \.name),
    .flag("isTopic", \.isTopic), .text("index", \.index), .text("search", \.search))

  init(_ path: SitePath, _ content: EditionContent) {
    site = content.title
    language = content.language
    root = path.toRoot
    name = path.stem.replacing("-", with: " ")
    isTopic = path.value.hasPrefix("topics/")
    let index = isTopic ? SitePath.topicIndex : .keywordIndex
    self.index = href(to: content.plan.has(index) ? index : .index, from: path)
    search = href(to: .search, from: path) + "?q=" + path.stem.replacing("-", with: "+")
  }
}
