import Diagnostics

/// Reads papers out of lists of links in Markdown: `- [Title](https://…) – what it says`, under headings.
///
/// Headings become categories of the papers below them. What follows an item up to the next one is its abstract; an
/// item without a link is one too.
struct MarkdownListReader: EntryReader {
  private let lines: LineTable
  private(set) var making: RecordMaking
  private var item: (text: String, line: Int)?
  private var headings: [(level: Int, text: String)] = []
  private var strays: [Int] = []

  init(file: String, lines: LineTable) {
    self.lines = lines
    making = RecordMaking(file: file, expectsAbstracts: false)
  }

  mutating func takeAll(_ bytes: UnsafeBufferPointer<UInt8>) {
    for number in 0..<lines.count { take(bytes, number) }
    close()
    reportStrays()
  }

  /// Whether a line begins an item with a link in it.
  static func isLinkedItem(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = itemStart(line) else { return false }
    let rest = UnsafeBufferPointer(rebasing: line[start...])
    guard rest.first.map({ [0x5B, 0x2A, 0x5F, 0x22].contains($0) || $0 >= 0x41 }) == true else { return false }
    return String(decoding: rest, as: UTF8.self).contains("](http")
  }

  /// Where the text of a list item begins; nil where the line begins none.
  private static func itemStart(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = 0
    while at < line.count, line[at].isSpace { at += 1 }
    let start = at
    while at < min(line.count, start + 4), line[at].isDigit { at += 1 }
    if at == start {
      guard at < line.count, [0x2D, 0x2A, 0x2B].contains(line[at]) else { return nil }
    } else {
      guard at < line.count, line[at] == 0x2E || line[at] == 0x29 else { return nil }
    }
    at += 1
    guard at < line.count, line[at].isSpace else { return nil }
    while at < line.count, line[at].isSpace { at += 1 }
    return at < line.count ? at : nil
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ number: Int) {
    let line = UnsafeBufferPointer(rebasing: bytes[lines[number]])
    if line.allSatisfy(\.isSpace) { return }
    if let level = Self.headingLevel(line) {
      close()
      let text = clean(bytes, lines[number].lowerBound + level, number)
      headings.removeAll { $0.level >= level }
      headings.append((level, MarkdownLinks(text).plain))
      return
    }
    guard let start = Self.itemStart(line) else {
      let text = clean(bytes, lines[number].lowerBound, number)
      if item == nil { strays.append(number + 1) } else { item?.text += " " + text }
      return
    }
    close()
    item = (clean(bytes, lines[number].lowerBound + start, number), number + 1)
  }

  private static func headingLevel(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    let level = line.prefix { $0 == 0x23 }.count
    return (1...6).contains(level) && level < line.count && line[level].isSpace ? level : nil
  }

  private mutating func clean(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ number: Int) -> String {
    let text = CleanText(bytes, [start..<lines[number].upperBound])
    making.report(text, lines)
    return text.text
  }

  private mutating func close() {
    guard let item else { return }
    self.item = nil
    var paper = MarkdownLinks(item.text).paper
    // The first heading names the list.
    paper.details.categories = headings.filter { $0.level > 1 }.map(\.text)
    making.add(paper, line: item.line)
  }

  private mutating func reportStrays() {
    guard let first = strays.first else { return }
    making.report(
      Diagnostic(
        "markdown.text-around", .note, at: SourcePosition(file: making.file, line: first, column: 1),
        "\(counted(strays.count, "line")) of text before the items of a list", action: "passed over them"))
  }
}
