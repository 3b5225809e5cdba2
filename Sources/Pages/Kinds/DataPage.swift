import Mustache
import Planning

/// What can be taken away: files to read elsewhere, citations, feeds, data.
struct DataView: Viewable {
  var lead: String
  var groups: [DownloadGroupView]

  static let schema = Schema<DataView>(.text("lead", \.lead), .list("groups", \.groups))
}

/// Files of one use.
struct DownloadGroupView: Viewable {
  var name: String
  var id: String
  var files: [DownloadView]

  static let schema = Schema<DownloadGroupView>(.text("name", \.name), .text("id", \.id), .list("files", \.files))
}

/// A file to take away.
struct DownloadView: Viewable {
  var name: String
  var file: String
  var href: String
  /// What it holds, in a sentence.
  var say: String

  static let schema = Schema<DownloadView>(
    .text("name", \.name), .text("file", \.file), .text("href", \.href), .text("say", \.say))
}

extension Facts {
  func dataPage(_ framing: Framing) -> Page<DataView> {
    let path = SitePath.data
    let lead =
      "Everything on these pages, as files for other programs and for reading elsewhere. "
      + "The page of each topic has the same for its papers alone."
    let body = DataView(lead: lead, groups: downloadGroups.filter { !$0.files.isEmpty })
    let frame = framing.frame(
      path, title: "Feeds and data", description: "Take \(content.title) away. \(lead)", kind: "data",
      side: SideView(text: "Feeds and data"))
    return Page(path: path, frame: frame, body: body)
  }

  private var downloadGroups: [DownloadGroupView] {
    func file(_ name: String, _ path: SitePath?, _ say: String) -> DownloadView? {
      path.map { DownloadView(name: name, file: $0.value, href: href(to: $0, from: .data), say: say) }
    }
    let isWhole = Takeaways.hasWhole(content)
    let readings = [
      file(
        "One page", isWhole ? .editionPage : nil,
        "Every title and abstract with a search of its own, in a single file that needs nothing else."),
      file(
        "E-book", isWhole ? .editionBook : nil,
        "EPUB for reading devices: a chapter for each topic, and the short forms."),
      file("Message", isWhole ? .mail : nil, "The digest as an e-mail ready to send, plain text and HTML."),
    ]
    let citations = [
      file("BibTeX", SitePath("papers.bib"), "For LaTeX and most reference managers."),
      file("RIS", SitePath("papers.ris"), "For Zotero, EndNote, Mendeley and their like."),
      file("CSL-JSON", SitePath("papers.csl.json"), "For Pandoc and citation processors."),
    ]
    let feeds = [
      file("Atom", content.extras.atomFeed, "The newest papers, for feed readers."),
      file("JSON Feed", content.extras.jsonFeed, "The same in JSON."),
    ]
    let data = content.extras.downloads.map { download in
      DownloadView(
        name: download.label, file: download.path.value, href: href(to: download.path, from: .data), say: download.say)
    }
    return [
      DownloadGroupView(name: "To read", id: "read", files: readings.compactMap { $0 }),
      DownloadGroupView(name: "To cite", id: "cite", files: library.papers.isEmpty ? [] : citations.compactMap { $0 }),
      DownloadGroupView(name: "To follow", id: "follow", files: feeds.compactMap { $0 }),
      DownloadGroupView(name: "To work with", id: "work", files: data),
    ]
  }
}
