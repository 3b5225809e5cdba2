import Text

/// A piece of a list that other pages may hold with the very same Markdown.
struct ListPiece {
  enum Kind: Equatable {
    /// A whole item of a list `{.entries}`.
    case entry(followsAnother: Bool)
    /// The link that is all of an item of a list `{.terms}` or `{.rel}`; it follows another only in a tight list.
    case line(followsAnother: Bool)
    /// The link that an item of a list `{.rel}` begins with, one line of text below it.
    case title
  }

  let kind: Kind
  /// Where it stands, without the sign of the item.
  let range: Range<Int>
  /// What its mark replaces: of a title also the way to the text below, which then stands behind the mark.
  let replaced: Range<Int>

  /// A mark has room for so many on a page.
  private static let limit = MarkdownMark.numberLimit

  /// The pieces of a page's Markdown, in order.
  static func all(in source: [UInt8]) -> [ListPiece] {
    source.withUnsafeBufferPointer { source in
      var finder = ListPieceFinder(source)
      finder.run()
      return finder.pieces.count <= limit ? finder.pieces : Array(finder.pieces.prefix(limit))
    }
  }
}

/// Finds pieces without reading more of the Markdown than the lines around them.
///
/// What stands behind a piece decides: where its paragraph could go on, it is left to cmark.
private struct ListPieceFinder {
  private let source: UnsafeBufferPointer<UInt8>
  private(set) var pieces: [ListPiece] = []

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    pieces.reserveCapacity(16)
  }

  mutating func run() {
    var at = 0
    while let brace = find(0x7B, at) {
      at = brace + 1
      guard brace == 0 || source[brace - 1] == 0x0A else { continue }
      if let start = lineEnd(brace, "{.entries}") {
        at = entries(start)
      } else if let start = lineEnd(brace, "{.terms}") {
        at = terms(start)
      } else if let start = lineEnd(brace, "{.rel}") {
        at = related(start)
      }
    }
  }

  /// Items with an empty line behind them; without one, what follows could belong to the last paragraph.
  private mutating func entries(_ start: Int) -> Int {
    var at = start
    var followsAnother = false
    while isItem(at) {
      let start = at + 2
      repeat { at = nextLine(at) } while at < source.count && (source[at] == 0x0A || source[at] == 0x20)
      var end = at
      while end > start, source[end - 1] == 0x0A || source[end - 1] == 0x20 { end -= 1 }
      let isPiece = end > start && (at == source.count || at - end > 1)
      if isPiece { add(.entry(followsAnother: followsAnother), start..<end) }
      followsAnother = isPiece
    }
    return at
  }

  /// Items of one line each, up to the first that goes on.
  private mutating func terms(_ start: Int) -> Int {
    var at = start
    var followsAnother = false
    let isTight = isTight(start)
    while isItem(at) {
      let next = nextLine(at)
      guard isItem(next) || isEmptyLine(next) else { break }
      let line = at + 2..<lineEnd(before: next)
      let isPiece = isLink(line)
      if isPiece { add(.line(followsAnother: followsAnother), line) }
      followsAnother = isPiece && isTight
      at = next
    }
    return at
  }

  /// Whether the items at `start` are one line each, and the text behind them is no part of the list.
  private func isTight(_ start: Int) -> Bool {
    var at = start
    while isItem(at) { at = nextLine(at) }
    guard isEmptyLine(at) else { return false }
    while at < source.count, source[at] == 0x0A { at += 1 }
    return at == source.count || source[at] > 0x20 && source[at] != 0x2D
  }

  /// Items of a link, an empty line, and at most one line of words with another empty line, up to the first that is
  /// otherwise.
  private mutating func related(_ start: Int) -> Int {
    var at = start
    while at + 2 < source.count, source[at] == 0x31, source[at + 1] == 0x2E, source[at + 2] == 0x20 {
      let below = nextLine(at)
      let line = at + 3..<lineEnd(before: below)
      guard isEmptyLine(below), isLink(line) else { break }
      let words = below + 4
      if isEmptyLine(below + 1) || below + 1 < source.count && source[below + 1] == 0x31 {
        add(.line(followsAnother: false), line)
        at = below + 1
      } else if words < source.count, (below + 1..<words).allSatisfy({ source[$0] == 0x20 }), isLetter(source[words]),
        case let next = nextLine(words), isEmptyLine(next)
      {
        add(.title, line, replacing: line.lowerBound..<words)
        at = next + 1
      } else {
        break
      }
    }
    return at
  }

  private mutating func add(_ kind: ListPiece.Kind, _ range: Range<Int>, replacing replaced: Range<Int>? = nil) {
    pieces.append(ListPiece(kind: kind, range: range, replaced: replaced ?? range))
  }
}

extension ListPieceFinder {
  /// Whether a line begins with a link and can be nothing but text: no definition, which has a colon there.
  private func isLink(_ line: Range<Int>) -> Bool {
    guard line.count > 3, source[line.lowerBound] == 0x5B, source[line.upperBound - 1] == 0x29 else { return false }
    var at = line.lowerBound
    while let close = find(0x5D, at), close < line.upperBound {
      if source[close - 1] != 0x5C { return source[close + 1] == 0x28 }
      at = close + 1
    }
    return false
  }

  private func isItem(_ at: Int) -> Bool { at + 1 < source.count && source[at] == 0x2D && source[at + 1] == 0x20 }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// True behind the end too.
  private func isEmptyLine(_ at: Int) -> Bool { at >= source.count || source[at] == 0x0A }

  /// The place behind the line at `at` where it holds `line` alone.
  private func lineEnd(_ at: Int, _ line: StaticString) -> Int? {
    let end = at + line.utf8CodeUnitCount
    guard end < source.count, source[end] == 0x0A else { return nil }
    for offset in 0..<line.utf8CodeUnitCount where source[at + offset] != line.utf8Start[offset] { return nil }
    return end + 1
  }

  private func nextLine(_ at: Int) -> Int { find(0x0A, at).map { $0 + 1 } ?? source.count }

  /// The end of the line before `next`, without its line feed.
  private func lineEnd(before next: Int) -> Int { source[next - 1] == 0x0A ? next - 1 : next }

  private func find(_ byte: UInt8, _ start: Int) -> Int? { Octets.find(byte, source, from: start) }
}
