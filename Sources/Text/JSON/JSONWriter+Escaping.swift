/// What JSON and scripts cannot hold as it is.
extension JSONWriter {
  /// Appends `text` with what a quoted string cannot hold escaped.
  mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var from = 0
    var at = Self.skip(text, from: 0)
    while at < text.count {
      let byte = text[at]
      if byte == 0xE2, at + 2 >= text.count || text[at + 1] != 0x80 || (text[at + 2] & 0xFE) != 0xA8 {
        at = Self.skip(text, from: at + 1)
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<at]))
      from = at + 1
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
      case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
      case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
      case 0xE2:
        bytes.append(contentsOf: (text[at + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        from = at + 3
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
      at = Self.skip(text, from: from)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from...]))
  }

  /// The first place at or behind `start` that may need an escape.
  @inline(__always)
  private static func skip(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while true {
      at = Octets.skip(text, from: at) {
        Octets.haveControlOrHigh($0) | Octets.have(0x22, $0) | Octets.have(0x5C, $0) | Octets.have(0x7F, $0)
      }
      let end = min(at + 8, text.count)
      while at < end, !mayNeedEscape(text[at]) { at += 1 }
      if at < end || at >= text.count { return at }
    }
  }

  /// Whether a byte is a control, a quote or a backslash, or may begin one of JavaScript's line separators.
  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2
  }
}
