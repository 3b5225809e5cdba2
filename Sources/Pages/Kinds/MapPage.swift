import Mustache
import Planning
import Text

/// All papers by likeness, and the same topics as a list.
struct MapView: Viewable {
  var lead: String
  var drawing: Markup
  /// What the drawing leaves out.
  var omission: String?
  var themes: [ThemeBlockView]

  static let schema = Schema<MapView>(
    .text("lead", \.lead), .markup("drawing", \.drawing), .optionalText("omission", \.omission),
    .list("themes", \.themes))
}

/// The map in small, for the front page.
struct MapThumbView: Viewable {
  var href: String
  var drawing: Markup
  /// What the drawing leaves out.
  var omission: String?

  static let schema = Schema<MapThumbView>(
    .text("mapHref", \.href), .markup("drawing", \.drawing), .optionalText("omission", \.omission))
}

extension Facts {
  func map(_ framing: Framing) -> Page<MapView> {
    let path = SitePath.map
    var drawing = MapDrawing(self, page: path)
    let lead = "Papers that use the same words lie close together. Directions mean nothing."
    let body = MapView(
      lead: lead, drawing: drawing.sheet(), omission: MapDrawing.omission(placed, limit: MapDrawing.sheetLimit),
      themes: themeBlocks(from: path))
    let topics = Wording.count(atlas.topics.count, "topic")
    let frame = framing.frame(
      path, title: "Map", description: "\(summaryWithoutStop) on one sheet, in \(topics). \(lead)", kind: "mapp",
      side: SideView(text: "Map"))
    return Page(path: path, frame: frame, body: body)
  }

  /// Papers that stand in a topic, and so on the map.
  private var placed: Int { atlas.topics.reduce(0) { $0 + $1.papers.count } }

  /// Nil where the site has no map.
  func mapThumb() -> MapThumbView? {
    guard plan.has(.map) else { return nil }
    var drawing = MapDrawing(self, page: .index)
    return MapThumbView(
      href: href(to: .map, from: .index), drawing: drawing.thumb(),
      omission: MapDrawing.omission(placed, limit: MapDrawing.thumbLimit))
  }
}
