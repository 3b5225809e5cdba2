import Text

/// Text taken out of a file: valid Unicode, no control characters, white space single and none at the ends.
struct CleanText: Sendable, Equatable {
  var text = ""
  /// Offset in the file of the first byte that is no valid UTF-8, and how many places were replaced by U+FFFD.
  var broken: (first: Int, count: Int)?
  /// Offset in the file of the first control character, and how many were taken out.
  var controls: (first: Int, count: Int)?

  /// Reads `ranges` of `bytes` as one text, a space between one range and the next.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ ranges: [Range<Int>]) {
    if let only = ranges.first, ranges.count == 1, let plain = Self.plain(bytes, only) {
      text = plain
      return
    }
    var output: [UInt8] = []
    output.reserveCapacity(ranges.reduce(0) { $0 + $1.count + 1 })
    for range in ranges {
      Self.space(&output)
      scrub(bytes, range, into: &output)
    }
    while output.last == 0x20 { output.removeLast() }
    text = String(decoding: output, as: UTF8.self)
  }

  /// The text of a range that needs no cleaning, nil where it does.
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    guard let last = text.last, last != 0x20, Octets.skipTidy(text, from: 0, afterBlank: true) == text.count else {
      return nil
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func scrub(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into output: inout [UInt8]
  ) {
    let slice = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
    var at = range.lowerBound
    while at < range.upperBound {
      let tidy = Octets.skipTidy(slice, from: at, afterBlank: output.last ?? 0x20 == 0x20)
      if tidy > at {
        output.append(contentsOf: slice[at..<tidy])
        at = tidy
        continue
      }
      let byte = slice[at]
      if byte < 0x80 {
        switch byte {
        case 0x20, 0x09...0x0D: Self.space(&output)
        default: Self.note(&controls, at)
        }
        at += 1
        continue
      }
      let length = UTF8Decoding.length(slice, at)
      guard length > 0, let scalar = UTF8Decoding.scalar(slice, at, length) else {
        Self.note(&broken, at)
        output += [0xEF, 0xBF, 0xBD]
        at = Self.afterBroken(slice, at)
        continue
      }
      switch scalar.value {
      case 0x80...0x9F, 0x202D, 0x202E, 0xFEFF: Self.note(&controls, at)
      // Noncharacters, which no page may hold.
      case 0xFDD0...0xFDEF: Self.note(&controls, at)
      case let value where value & 0xFFFE == 0xFFFE: Self.note(&controls, at)
      case 0x2028, 0x2029, 0x3000: Self.space(&output)
      default: output.append(contentsOf: slice[at..<at + length])
      }
      at += length
    }
  }

  /// First byte after a broken sequence: its continuation bytes go with it, as one replacement.
  private static func afterBroken(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start + 1
    let most = bytes[start] >= 0xF0 ? 3 : bytes[start] >= 0xE0 ? 2 : bytes[start] >= 0xC0 ? 1 : 0
    while at < bytes.count, at <= start + most, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  private static func space(_ output: inout [UInt8]) {
    if let last = output.last, last != 0x20 { output.append(0x20) }
  }

  private static func note(_ tally: inout (first: Int, count: Int)?, _ at: Int) {
    tally = (tally?.first ?? at, (tally?.count ?? 0) + 1)
  }

  static func == (a: CleanText, b: CleanText) -> Bool {
    a.text == b.text && a.broken?.count == b.broken?.count && a.controls?.count == b.controls?.count
  }
}

extension CleanText {
  /// Cleans bytes that are out of their file already; offsets count from their start.
  init(bytes: [UInt8]) { self = bytes.withUnsafeBufferPointer { CleanText($0, [0..<$0.count]) } }

  /// The same for a text.
  init(_ text: String) {
    var copy = text
    self = copy.withUTF8 { CleanText($0, [0..<$0.count]) }
  }
}
