import Diagnostics

extension TextDumpReader {
  /// The lines that tell of papers; blank ones and the chrome of the page are passed over and noted.
  func textLines() -> (lines: [TextLine], notes: [Diagnostic]) {
    bytes.withUnsafeBufferPointer { bytes in
      let ranges = (0..<lines.count).map { trimmed(lines[$0], bytes) }
      let filled = ranges.indices.filter { !ranges[$0].isEmpty }
      let texts = filled.map { UnsafeBufferPointer(rebasing: bytes[ranges[$0]]) }
      var sorting = LineSorting(file: file, texts)
      var next = 0
      for (number, range) in ranges.enumerated() {
        if range.isEmpty {
          sorting.takeBlank(number + 1)
        } else {
          sorting.take(range, number + 1, place: next)
          next += 1
        }
      }
      return (sorting.found, sorting.notes())
    }
  }

  /// A line without the white space at its ends, empty where it has nothing but control characters.
  private func trimmed(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, bytes[start].isSpace { start += 1 }
    while start < end, bytes[end - 1].isSpace { end -= 1 }
    return bytes[start..<end].allSatisfy { $0 <= 0x20 } ? start..<start : start..<end
  }
}

extension UInt8 {
  /// White space of ASCII: blank, tab, line ends, vertical tab, form feed.
  var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
}
