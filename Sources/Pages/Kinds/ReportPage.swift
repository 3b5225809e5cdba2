import Diagnostics
import Mustache
import Papers
import Planning
import Text
import Topics

/// The build that proves itself: what came in, what became of it.
struct ReportView: Viewable {
  /// The equation, or what is wrong with it.
  var heading: String
  var lead: String
  var dumps: [DumpRowView]
  var total: DumpRowView
  var merges: [MergeView]
  var mergeNote: String
  var repairs: [RepairView]
  var repairNote: String
  var messages: [MessageView]
  var messageNote: String
  var figures: [FigureView]
  var links: LinkView

  static let schema = Schema<ReportView>(
    .text("heading", \.heading), .text("lead", \.lead), .list("dumps", \.dumps),
    .isFilled("hasDumps", \.dumps), .item("total", \.total), .list("merges", \.merges),
    .isFilled("hasMerges", \.merges), .text("mergeNote", \.mergeNote), .list("repairs", \.repairs),
    .isFilled("hasRepairs", \.repairs), .text("repairNote", \.repairNote),
    .list("messages", \.messages), .isFilled("hasMessages", \.messages),
    .text("messageNote", \.messageNote), .list("figures", \.figures),
    .isFilled("hasFigures", \.figures), .item("data", \.links))
}

/// An entry that told of a paper seen before.
struct MergeView: Viewable {
  var title: String
  var href: String
  var place: String
  var reason: String

  static let schema = Schema<MergeView>(
    .text("title", \.title), .text("href", \.href), .text("place", \.place),
    .text("reason", \.reason))
}

/// A piece of text before and after mending.
struct RepairView: Viewable {
  var title: String
  var href: String
  /// As a code span.
  var before: Markup
  var after: String

  static let schema = Schema<RepairView>(
    .text("title", \.title), .text("href", \.href), .markup("before", \.before),
    .text("after", \.after))
}

/// A message of the build.
struct MessageView: Viewable {
  var place: String
  var severity: String
  var text: String

  static let schema = Schema<MessageView>(
    .text("place", \.place), .text("severity", \.severity), .text("text", \.text))
}

/// A measured value.
struct FigureView: Viewable {
  var name: String
  var value: String

  static let schema = Schema<FigureView>(.text("name", \.name), .text("value", \.value))
}

extension Facts {
  /// Rows that a table of the report shows; `report.json` has them all.
  private static let rowsShown = 20

  func report(_ framing: Framing) -> Page<ReportView> {
    let path = SitePath.report
    let tally = library.tally
    let addsUp = tally.read == tally.papers + tally.merged + tally.dropped
    let rows = library.dumps.indices.map { dumpRow($0, from: path) }
    let repaired = library.papers.indices.filter {
      library.papers[$0].sourceTitle != nil || library.papers[$0].sourceAbstract != nil
    }
    let body = ReportView(
      heading: addsUp ? reportHeading : "The build does not add up: \(reportHeading)",
      lead: reportLead(addsUp), dumps: rows, total: Self.total(rows),
      merges: library.merges.prefix(Self.rowsShown).map { merge($0, from: path) },
      mergeNote: shown(library.merges.count, "entry", "entries"),
      repairs: repaired.prefix(Self.rowsShown).compactMap { repair($0, from: path) },
      repairNote: shown(repaired.count, "paper", "papers", in: "papers.jsonl"),
      messages: content.diagnostics.prefix(Self.rowsShown).map(Self.message),
      messageNote: shown(content.diagnostics.count, "message", "messages"),
      figures: plan.has(.map) ? atlas.figures.map(Self.figure) : [],
      links: LinkView(text: "report.json", href: "report.json"))
    let frame = framing.frame(
      path, title: "Build report", description: "How this edition was made. \(reportHeading).", kind: "report",
      heading: body.heading, side: SideView(text: "Build report"))
    return Page(path: path, frame: frame, body: body)
  }

  /// `854 entries in, 793 papers out, none dropped`
  private var reportHeading: String {
    let tally = library.tally
    let dropped = tally.dropped == 0 ? "none" : Wording.digits(tally.dropped)
    let read = Wording.count(tally.read, "entry", "entries")
    return "\(read) in, \(Wording.count(tally.papers, "paper")) out, \(dropped) dropped"
  }

  private func reportLead(_ addsUp: Bool) -> String {
    let tally = library.tally
    if tally.read == 0 { return "Nothing came in." }
    var parts = [Wording.count(tally.papers, "paper")]
    if tally.merged > 0 { parts.append(Wording.count(tally.merged, "merged entry", "merged entries")) }
    if tally.dropped > 0 { parts.append(Wording.count(tally.dropped, "dropped entry", "dropped entries")) }
    let sum = addsUp ? "The build adds up" : "The build does not add up"
    return
      "\(sum): \(Wording.list(parts)) \(!addsUp ? "do not make" : parts.count == 1 && tally.papers == 1 ? "makes" : "make") \(Wording.digits(tally.read))."
  }

  /// `61 entries.`, with a hint at the data where not all are shown.
  private func shown(_ count: Int, _ noun: String, _ plural: String, in file: String = "report.json") -> String {
    let all = Wording.count(count, noun, plural)
    return count > Self.rowsShown ? "The first \(Self.rowsShown) of \(all); \(file) has them all." : "\(all)."
  }

  private static func total(_ rows: [DumpRowView]) -> DumpRowView {
    func sum(_ value: (DumpRowView) -> Int) -> Int { rows.reduce(0) { $0 + value($1) } }
    return DumpRowView(
      name: "Together", href: "", file: "", format: "", entries: sum(\.entries), new: sum(\.new),
      merged: sum(\.merged), dropped: sum(\.dropped))
  }

  private func merge(_ merge: Merge, from page: SitePath) -> MergeView {
    let link = paperLink(merge.paper, from: page)
    return MergeView(
      title: link.text, href: link.href, place: provenance.whole(merge.sighting), reason: merge.reason.rawValue)
  }

  private func repair(_ paper: Int, from page: SitePath) -> RepairView? {
    let value = library.papers[paper]
    let (before, after) =
      value.sourceTitle.map { ($0, value.title) } ?? (value.sourceAbstract ?? "", value.abstract)
    guard let (old, new) = TextDifference.excerpts(before, after) else { return nil }
    let link = paperLink(paper, from: page)
    return RepairView(
      title: PlainText.shortTitle(link.text), href: link.href, before: CodeSpan.markup(old), after: PlainText.of(new))
  }

  private static func message(_ diagnostic: Diagnostic) -> MessageView {
    let position = diagnostic.position.map { position in
      let file = position.file.split(separator: "/").last.map(String.init) ?? position.file
      return position.line > 0 ? "\(file):\(position.line)" : file
    }
    let text = [diagnostic.summary, diagnostic.action].compactMap { $0 }.joined(separator: " → ")
    return MessageView(place: position ?? "", severity: diagnostic.severity.word, text: text)
  }

  private static func figure(_ figure: Topics.Figure) -> FigureView {
    let isWhole = figure.value == figure.value.rounded() && abs(figure.value) < 1e9
    let thousandths = Int((figure.value * 1_000).rounded())
    let decimals = String(abs(thousandths % 1_000) + 1_000).dropFirst()
    return FigureView(
      name: figure.name,
      value: isWhole
        ? Wording.digits(Int(figure.value)) : "\(thousandths < 0 ? "-" : "")\(abs(thousandths / 1_000)).\(decimals)")
  }
}
