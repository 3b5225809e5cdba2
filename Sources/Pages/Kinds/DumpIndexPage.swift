import Mustache
import Planning

/// What came in: every dump with its figures.
struct DumpIndexView: Viewable {
  var lead: String
  var dumps: [DumpRowView]

  static let schema = Schema<DumpIndexView>(.text("lead", \.lead), .list("dumps", \.dumps))
}

/// A dump in figures.
struct DumpRowView: Viewable {
  var name: String
  var href: String
  var file: String
  var format: String
  var entries: Int
  var new: Int
  var merged: Int
  var dropped: Int
  /// Keywords that it has more of than the other dumps.
  var emphasis: [String] = []

  static let schema = Schema<DumpRowView>(
    .text("name", \.name), .text("href", \.href), .text("file", \.file), .text("format", \.format),
    .text("entries") { Wording.digits($0.entries) }, .text("new") { Wording.digits($0.new) },
    .text("merged") { Wording.digits($0.merged) }, .text("dropped") { Wording.digits($0.dropped) },
    .text("figures", \.figures),
    .optionalText("emphasis") { $0.emphasis.isEmpty ? nil : $0.emphasis.joined(separator: ", ") })

  /// `225 entries: 184 new, 41 seen before.`
  var figures: String {
    if merged == 0, dropped == 0, entries > 1 {
      return "\(Wording.count(entries, "entry", "entries")), all of them new."
    }
    var parts = ["\(Wording.digits(new)) new"]
    if merged > 0 { parts.append("\(Wording.digits(merged)) seen before") }
    if dropped > 0 { parts.append("\(Wording.digits(dropped)) dropped") }
    return "\(Wording.count(entries, "entry", "entries")): \(parts.joined(separator: ", "))."
  }
}

extension Facts {
  private static let termsOfRow = 6

  func dumpIndex(_ framing: Framing) -> Page<DumpIndexView> {
    let path = SitePath.dumpIndex
    let body = DumpIndexView(
      lead: equation,
      dumps: library.dumps.indices.map { dump in
        var row = dumpRow(dump, from: path)
        row.emphasis = DumpEmphasis.keywords(of: dump, library, atlas, most: Self.termsOfRow).map {
          atlas.keywords[$0].name
        }
        return row
      })
    let names = library.dumps.indices.map(provenance.shortName).joined(separator: ", ")
    let description = "What came in. \(equation) \(names)."
    return Page(
      path: path, frame: framing.frame(path, title: "Dumps", description: description, kind: "dumps"), body: body)
  }

  /// `854 entries in, 793 papers out, 61 merged, none dropped.`
  var equation: String {
    let tally = library.tally
    let dropped = tally.dropped == 0 ? "none" : Wording.digits(tally.dropped)
    let merged = tally.merged == 0 ? "" : "\(Wording.digits(tally.merged)) merged, "
    let read = Wording.count(tally.read, "entry", "entries")
    return "\(read) in, \(Wording.count(tally.papers, "paper")) out, \(merged)\(dropped) dropped."
  }

  func dumpRow(_ dump: Int, from page: SitePath) -> DumpRowView {
    let value = library.dumps[dump]
    let new = newInDump[dump]
    return DumpRowView(
      name: provenance.fullName(dump), href: href(to: plan.dumps[dump], from: page), file: value.file,
      format: value.format, entries: value.entries, new: new, merged: value.entries - value.dropped - new,
      dropped: value.dropped)
  }
}
