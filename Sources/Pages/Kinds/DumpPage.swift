import Mustache
import Planning

/// A dump in its own order.
struct DumpView: Viewable {
  var name: String
  var lead: String
  var file: String
  var format: String
  /// Keywords that it has more of than the other dumps.
  var emphasis: [TermView]
  var rows: [DumpEntryView]
  var numbers: PageNumbersView?
  var pager: PagerView

  static let schema = Schema<DumpView>(
    .text("name", \.name), .text("lead", \.lead), .text("file", \.file), .text("format", \.format),
    .list("emphasis", \.emphasis), .isFilled("hasEmphasis", \.emphasis), .list("rows", \.rows),
    .isFilled("hasRows", \.rows), .optional("numbers", \.numbers),
    .item("pager", \.pager))
}

/// An entry of a dump: its rank, its paper and where else that was seen.
struct DumpEntryView: Viewable {
  var rank: Int
  var title: PreparedText
  var href: PreparedLink
  var elsewhere: String?
  var topic: LinkView?

  static let schema = Schema<DumpEntryView>(
    .number("rank", \.rank), .prepared("title", \.title), .link("href", \.href),
    .optionalText("elsewhere", \.elsewhere), .optional("topic", \.topic))
}

extension Facts {
  private static let termsOfDump = 12

  func dump(_ dump: Int, page number: Int, _ framing: Framing) -> Page<DumpView> {
    let pages = plan.dumpPages[dump]
    let path = pages[number]
    let row = dumpRow(dump, from: path)
    let rows = Paging.titles.rows(number, of: ranked[dump].count)
    let body = DumpView(
      name: row.name, lead: row.figures, file: row.file, format: row.format,
      emphasis: number == 0
        ? terms(
          DumpEmphasis.keywords(of: dump, library, atlas, most: Self.termsOfDump).map { atlas.keywords[$0].name },
          from: path) : [],
      rows: ranked[dump][rows].map { dumpEntry($0, from: path) }, numbers: pageNumbers(pages, current: number),
      pager: PagerView(
        previous: dump > 0 ? dumpLink(dump - 1, from: path) : nil,
        next: dump + 1 < plan.dumps.count ? dumpLink(dump + 1, from: path) : nil))
    let first = ranked[dump][rows].first.map { " From rank \($0.sighting.rank): \(titles[$0.paper])." } ?? ""
    let frame = framing.frame(
      path, title: paged(row.name, number) + " · Dumps", description: "\(row.name), \(row.figures)\(first)",
      kind: "dump", section: .dumpIndex, heading: row.name,
      side: SideView(text: "Dump", href: href(to: .dumpIndex, from: path)))
    return Page(path: path, frame: frame, body: body)
  }

  func dumpLink(_ dump: Int, from page: SitePath) -> LinkView {
    link(plan.dumps[dump], provenance.fullName(dump), from: page)
  }

  private func dumpEntry(_ row: Ranked, from page: SitePath) -> DumpEntryView {
    let others = library.papers[row.paper].sightings.filter { $0 != row.sighting }
    let places = others.map { "\(provenance.inlineName($0.dump)), rank \($0.rank)" }
    return DumpEntryView(
      rank: row.sighting.rank, title: shared.papers[row.paper].title,
      href: paperHref(row.paper, from: page),
      elsewhere: places.isEmpty ? nil : "Also " + Wording.list(places),
      topic: topic(of: row.paper).map { topicLink($0, from: page) })
  }
}
