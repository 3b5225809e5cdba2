import Glibc
import Text

/// The Markdown of a page with the entries of its lists that are known already taken out of it.
///
/// Entries are the items of lists behind a line `{.entries}`. An item that is known becomes one with a mark and its
/// number alone; a new one is given a mark, so that its HTML can be kept.
struct EntrySource {
  /// What is left for cmark.
  private(set) var markdown: [UInt8] = []
  /// The fingerprint and, where it is known, the HTML of each entry, by its number.
  private(set) var fingerprints: [Fingerprint] = []
  private(set) var known: [[UInt8]?] = []

  /// Nil where the page has no such list.
  init?(_ source: [UInt8], _ cache: EntryCache) {
    let items = source.withUnsafeBufferPointer { Self.items(in: $0) }
    if items.isEmpty { return nil }
    source.withUnsafeBytes { bytes in
      fingerprints = items.map { Fingerprint(UnsafeRawBufferPointer(rebasing: bytes[$0])) }
    }
    known = cache.find(fingerprints)
    markdown.reserveCapacity(source.count + items.count * 48)
    var copied = 0
    for (number, item) in items.enumerated() {
      markdown.append(contentsOf: source[copied..<item.lowerBound])
      MarkdownMark.appendNumber(number, behind: known[number] == nil ? .newEntry : .knownEntry, to: &markdown)
      copied = known[number] == nil ? item.lowerBound : item.upperBound
    }
    markdown.append(contentsOf: source[copied...])
  }

  /// The line above such a list.
  private static let opening = Array("{.entries}\n".utf8)

  /// What stands behind the hyphen of each entry, without the white space at its end.
  private static func items(in source: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var at = 0
    while let brace = find(0x7B, source, at) {
      at = brace + 1
      let line = source[brace...].prefix(opening.count)
      guard brace == 0 || source[brace - 1] == 0x0A, line.elementsEqual(opening) else { continue }
      at = brace + opening.count
      while at + 1 < source.count, source[at] == 0x2D, source[at + 1] == 0x20 {
        let start = at + 2
        repeat {
          at = find(0x0A, source, at).map { $0 + 1 } ?? source.count
        } while at < source.count && (source[at] == 0x0A || source[at] == 0x20)
        var end = at
        while end > start, source[end - 1] == 0x0A || source[end - 1] == 0x20 { end -= 1 }
        // Without an empty line behind it what follows could belong to it.
        if end > start, at == source.count || at - end > 1 { items.append(start..<end) }
      }
    }
    return items
  }

  private static func find(_ byte: UInt8, _ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start < source.count, let base = source.baseAddress,
      let found = memchr(base + start, Int32(byte), source.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
