import Diagnostics
import Parallel

/// Reads text copied from a page of papers: a title and its abstract in turn, one line each.
struct TextDumpReader {
  let bytes: [UInt8]
  let file: String
  let lines: LineTable

  static func read(_ bytes: [UInt8], file: String, lines: LineTable, slices: Slices) -> Reading {
    let reader = TextDumpReader(bytes: bytes, file: file, lines: lines)
    let (text, notes) = reader.textLines()
    let signs = slices.mapEach(text.count, sliceSize: 256) { reader.signs(of: text[$0]) }
    let parts = parts(text, signs)
    let entries = entries(parts)
    let gapped = entries.count { $0.isGapped(text) }
    let hasGaps = gapped >= 3 && gapped * 5 >= entries.count * 4
    let readings = slices.map(entries.count, sliceSize: 256) { range in
      var making = RecordMaking(file: file, firstRank: range.lowerBound + 1)
      for entry in entries[range] { reader.add(entry, of: text, hasGaps: hasGaps, to: &making) }
      return making.reading
    }
    return readings.reduce(into: Reading(diagnostics: notes)) { $0.append($1) }
  }

  /// One part for each line.
  private static func parts(_ text: [TextLine], _ signs: [LineSigns]) -> [LinePart] {
    if let blocks = LineBlocks(text) { return blocks.parts }
    if LineSigns.areTitles(signs) { return signs.map { $0.abstractness > 0 ? .abstract : .title } }
    return LineLabelling.parts(of: zip(text, signs).map { LineLabelling.Line(signs: $1, afterBlank: $0.afterBlank) })
  }

  /// A line that belongs to a paper, without the white space at its ends.
  struct TextLine: Sendable {
    var range: Range<Int>
    /// From 1.
    var number: Int
    /// Blank lines stand between it and the line before.
    var afterBlank: Bool
    /// People that the page names beside it.
    var authors: [Author] = []
  }

  /// Ranges of text lines; at most one of the two is empty.
  struct Entry: Sendable, Equatable {
    var title: Range<Int>
    var abstract: Range<Int>

    /// Whether a blank line stands between title and abstract.
    func isGapped(_ text: [TextLine]) -> Bool {
      !title.isEmpty && !abstract.isEmpty && text[abstract.lowerBound].afterBlank
    }
  }

  /// Cuts the sequence of parts into papers.
  static func entries(_ parts: [LinePart]) -> [Entry] {
    var entries: [Entry] = []
    var at = 0
    func run(_ first: LinePart, _ rest: LinePart) -> Range<Int> {
      let start = at
      if at < parts.count, parts[at] == first { at += 1 }
      while at < parts.count, parts[at] == rest { at += 1 }
      return start..<at
    }
    while at < parts.count {
      let title = run(.title, .titleRest)
      entries.append(Entry(title: title, abstract: run(.abstract, .abstractRest)))
    }
    return entries
  }

  private func signs(of line: TextLine) -> LineSigns {
    bytes.withUnsafeBufferPointer { LineSigns(UnsafeBufferPointer(rebasing: $0[line.range])) }
  }

  /// - Parameter hasGaps: Whether the whole dump has a blank line before its abstracts, so that none is a slip.
  private func add(_ entry: Entry, of text: [TextLine], hasGaps: Bool, to making: inout RecordMaking) {
    let (title, abstract) = (text[entry.title], text[entry.abstract])
    guard let first = title.first ?? abstract.first else { return }
    report(title, "title", &making)
    report(abstract, "abstract", &making)
    if !hasGaps, entry.isGapped(text), let line = abstract.first {
      making.warn(
        "dump.blank-line", (line.number - 1, 1), "a blank line between a title and its abstract",
        action: "passed over it", hint: "delete the line")
    }
    let texts = (clean(title, &making), clean(abstract, &making))
    var paper = FoundPaper(title: texts.0, abstract: texts.1)
    paper.details.authors = (Array(title) + abstract).flatMap(\.authors)
    making.add(paper, line: first.number)
  }

  private func report(_ part: ArraySlice<TextLine>, _ name: String, _ making: inout RecordMaking) {
    guard part.count > 1 else { return }
    let second = part[part.startIndex + 1]
    making.warn(
      "dump.broken-\(name)", (second.number, 1), "the \(name) of the line before goes on over \(part.count) lines",
      action: "joined them", hint: "keep each \(name) on one line")
  }

  private func clean(_ part: ArraySlice<TextLine>, _ making: inout RecordMaking) -> String {
    let text = bytes.withUnsafeBufferPointer { CleanText($0, part.map(\.range)) }
    making.report(text, lines)
    return text.text
  }
}
