import Mustache
import Planning

/// A page without data of its own: search, reading list.
struct PlainView: Viewable {
  var site: String
  var lead: String
  var ways: [LinkView]

  static let schema = Schema<PlainView>(
    .text("site", \.site), .text("lead", \.lead), .list("ways", \.ways),
    .isFilled("hasWays", \.ways))
}

extension Facts {
  func searchPage(_ framing: Framing) -> Page<PlainView> {
    let path = SitePath.search
    let lead =
      library.papers.isEmpty
      ? "There are no papers to search yet." : "Titles, abstracts, keywords and topics of \(summaryWithoutStop)."
    let frame = framing.frame(path, title: "Search", description: lead, kind: "search", side: SideView(text: "Search"))
    return Page(path: path, frame: frame, body: PlainView(site: content.title, lead: lead, ways: ways(from: path)))
  }

  func readingList(_ framing: Framing) -> Page<PlainView> {
    let path = SitePath.readingList
    let lead = "Kept in this browser and in the address of this page: copy the link to move the list or to hand it on."
    let frame = framing.frame(
      path, title: "Reading list", description: "Papers put aside. \(lead)", kind: "list",
      side: SideView(text: "Reading list"))
    return Page(path: path, frame: frame, body: PlainView(site: content.title, lead: lead, ways: ways(from: path)))
  }

  /// Ways on from a page that leads nowhere by itself.
  func ways(from page: SitePath) -> [LinkView] {
    [
      ("Digest", SitePath.index), ("Topics", .topicIndex), ("Keywords", .keywordIndex),
      ("Titles A to Z", .paperIndex),
    ].filter { plan.has($0.1) }.map { text, path in
      page == .notFound
        ? LinkView(text: text, href: content.basePath + path.value) : link(path, text, from: page)
    }
  }
}
