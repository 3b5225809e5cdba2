import Mustache
import Text

/// The map in small, for the front page.
struct MapThumbView: Viewable {
  var href: String
  var papers: String
  var drawing: Markup

  static let schema = Schema<MapThumbView>(
    .text("mapHref") { $0.href }, .text("mapPapers") { $0.papers }, .markup("drawing") { $0.drawing })
}

extension Facts {
  func mapThumb() -> MapThumbView? { nil }
}
