import Mustache
import Planning

/// The page for addresses that lead nowhere: whole in itself, since it is shown at any depth.
struct NotFoundView: Viewable {
  var lead: String
  var ways: [LinkView]
  var style: InlineFile

  static let schema = Schema<NotFoundView>(
    .text("lead") { $0.lead }, .list("ways") { $0.ways }, .item("style") { $0.style })
}

extension Facts {
  func notFound(_ style: InlineFile, _ framing: Framing) -> Page<NotFoundView> {
    let path = SitePath.notFound
    let lead = "There is no page at this address in this edition."
    let frame = framing.frame(
      path, title: "Page not found", description: "\(lead) Search, or go by titles, topics and keywords.",
      kind: "not-found", side: SideView(text: "404"))
    return Page(path: path, frame: frame, body: NotFoundView(lead: lead, ways: ways(from: path), style: style))
  }
}
