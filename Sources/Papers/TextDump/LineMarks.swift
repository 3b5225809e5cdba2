/// Numbers, bullets and labels that a page sets before its titles and abstracts: `12. `, `• `, `Title: `.
///
/// A mark is taken off only where at least three lines and every third one have it.
struct LineMarks {
  private enum Kind: Hashable {
    case number, bullet(UInt8), title, abstract
  }

  private let lines: [UnsafeBufferPointer<UInt8>]
  private var kinds: Set<Kind> = []

  init(_ lines: [UnsafeBufferPointer<UInt8>]) {
    self.lines = lines
    var counts: [Kind: Int] = [:]
    for line in lines { if let mark = Self.mark(line) { counts[mark.kind, default: 0] += 1 } }
    for (kind, count) in counts where count >= 3 && count * 4 >= lines.count { kinds.insert(kind) }
  }

  /// Bytes of the mark before a line's text, 0 where it has none.
  func length(at place: Int) -> Int {
    guard !kinds.isEmpty, let mark = Self.mark(lines[place]), kinds.contains(mark.kind) else { return 0 }
    return mark.length < lines[place].count ? mark.length : 0
  }

  private static func mark(_ line: UnsafeBufferPointer<UInt8>) -> (kind: Kind, length: Int)? {
    guard line.count > 2 else { return nil }
    var at = line[0] == 0x5B ? 1 : 0
    let start = at
    while at < min(line.count, start + 5), line[at].isDigit { at += 1 }
    if at > start, at + 1 < line.count, [0x2E, 0x29, 0x5D].contains(line[at]), line[at + 1].isSpace {
      return (.number, spaced(line, at + 1))
    }
    if [0x2D, 0x2A, 0x2B].contains(line[0]), line[1].isSpace { return (.bullet(line[0]), spaced(line, 1)) }
    // U+2022, the bullet.
    if line.starts(with: [0xE2, 0x80, 0xA2]) { return (.bullet(0xA2), spaced(line, 3)) }
    guard line.prefix(LineLabels.longest).contains(0x3A) else { return nil }
    let text = String(decoding: line.prefix(64), as: UTF8.self)
    guard let label = LineLabels.label(of: text) else { return nil }
    let length = LineLabels.length(of: label, in: text)
    if LineLabels.titles.contains(label) { return (.title, length) }
    return LineLabels.abstracts.contains(label) ? (.abstract, length) : nil
  }

  /// The first byte at or after `at` that is no blank.
  private static func spaced(_ line: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    var at = at
    while at < line.count, line[at].isSpace { at += 1 }
    return at
  }
}
