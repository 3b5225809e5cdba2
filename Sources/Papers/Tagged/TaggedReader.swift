import Diagnostics

/// Reads formats of tagged lines: RIS (`TY  - JOUR`), what PubMed exports (`PMID- 123`), the Web of Science (`PT J`) and
/// EndNote (`%0 Journal Article`).
///
/// A line without a tag goes on with the field before it. An entry ends with `ER`, with an empty line before a tag that
/// begins one, or where the next entry begins: a lost line end takes no other entry with it.
struct TaggedReader: EntryReader {
  private let lines: LineTable
  private(set) var making: RecordMaking
  private var style = TaggedStyle.hyphen
  private var entry: TaggedFields?
  private var isEnded = true

  init(file: String, lines: LineTable) {
    self.lines = lines
    making = RecordMaking(file: file, expectsAbstracts: false)
  }

  mutating func takeAll(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let first = lines.lines.first(where: { !bytes[$0].allSatisfy(\.isSpace) }) {
      style = TaggedStyle.of(UnsafeBufferPointer(rebasing: bytes[first]))
    }
    for number in 0..<lines.count { take(bytes, number) }
    close()
  }

  /// A tag and where its value begins: two to four capitals or digits, padded to four columns before a hyphen.
  static func tag(_ line: UnsafeBufferPointer<UInt8>) -> (name: String, value: Int)? {
    var end = 0
    while end < min(4, line.count), line[end] &- 0x41 < 26 || line[end].isDigit { end += 1 }
    guard end >= 2 else { return nil }
    var dash = end
    while dash < min(6, line.count), line[dash] == 0x20 { dash += 1 }
    guard dash < line.count, line[dash] == 0x2D, dash >= 4 || dash > end else { return nil }
    guard dash + 1 >= line.count || line[dash + 1] == 0x20 else { return nil }
    return (String(decoding: line[..<end], as: UTF8.self), dash + 1)
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ number: Int) {
    let range = lines[number]
    let line = UnsafeBufferPointer(rebasing: bytes[range])
    if line.allSatisfy(\.isSpace) {
      // Entries of PubMed end with an empty line alone.
      if entry?.fields.first?.tag == "PMID" { close() }
      return
    }
    guard let (name, value) = style.tag(line) else {
      continueField(bytes, range, number)
      return
    }
    if name == "ER" {
      if entry == nil { stray(number, "the end of an entry that never began") }
      close()
      return
    }
    if name == "TY" || name == "PMID" && (entry == nil || entry?.first("PMID") != nil) {
      if entry != nil, name == "TY", style != .percent {
        making.warn(
          "ris.unclosed-entry", (number + 1, 1),
          "a new entry begins before the one of line \(entry?.line ?? 0) has ended",
          action: "ended that one here", hint: "end each entry with a line `ER  -`")
      }
      close()
    }
    let text = CleanText(bytes, [range.lowerBound + value..<range.upperBound])
    making.report(text, lines)
    if entry == nil {
      // The head and the end of a file of the Web of Science.
      if name.isEmpty { return }
      if name != "TY", name != "PMID" {
        stray(number, "a field outside any entry: “\(name)”")
        if !["TI", "T1", "AU", "A1"].contains(name) { return }
      }
      entry = TaggedFields(line: number + 1)
    }
    entry?.fields.append(.init(tag: name, value: text.text))
  }

  private mutating func continueField(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ number: Int) {
    let text = CleanText(bytes, [range])
    making.report(text, lines)
    guard var last = entry?.fields.popLast() else {
      stray(number, "text outside any entry: “\(excerpt(text.text, 40))”")
      return
    }
    if style.isList(last.tag) {
      entry?.fields += [last, .init(tag: last.tag, value: text.text)]
      return
    }
    last.value += last.value.isEmpty ? text.text : " " + text.text
    entry?.fields.append(last)
  }

  private mutating func stray(_ number: Int, _ summary: String) {
    making.warn("ris.stray-text", (number + 1, 1), summary, action: "passed over it")
  }

  private mutating func close() {
    guard let fields = entry else { return }
    entry = nil
    making.add(FoundPaper(fields), line: fields.line)
  }
}
