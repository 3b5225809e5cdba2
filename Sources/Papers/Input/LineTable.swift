import Text

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the lines of a file begin and end, and which line an offset stands in.
struct LineTable: Sendable {
  /// Byte ranges without their line ends; an unfinished last line counts, the emptiness after a final line end does not.
  let lines: [Range<Int>]

  /// Lines end with LF or CRLF, or with CR in a file that has no LF at all.
  /// - Parameter mark: The byte that ends lines, where that is known.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, endedBy mark: UInt8? = nil) {
    var lines: [Range<Int>] = []
    lines.reserveCapacity(max(0, bytes.count - start) / 256)
    let mark: UInt8 = mark ?? (Octets.find(0x0A, bytes, from: start) == nil ? 0x0D : 0x0A)
    var at = start
    while at < bytes.count {
      let end = Octets.find(mark, bytes, from: at) ?? bytes.count
      let feed = end > at && mark == 0x0A && bytes[end - 1] == 0x0D
      lines.append(at..<(feed ? end - 1 : end))
      at = end + 1
    }
    self.lines = lines
  }

  var count: Int { lines.count }

  subscript(line: Int) -> Range<Int> { lines[line] }

  /// Line and column of a byte offset, both from 1.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return (1, 1) }
    return (low, offset - lines[low - 1].lowerBound + 1)
  }
}
