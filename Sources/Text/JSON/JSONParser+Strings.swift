extension JSONParser {
  /// The string that starts at `offset`.
  public mutating func string() throws(Fault) -> String {
    guard next == 0x22 else { throw Fault(offset: offset, expected: "a string") }
    let start = offset + 1
    var at = start
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C, bytes[at] != 0x0A { at += 1 }
    if at < bytes.count, bytes[at] == 0x22 {
      offset = at + 1
      return decoded(UnsafeBufferPointer(rebasing: bytes[start..<at]), from: start)
    }
    return try escaped(start, at)
  }

  /// A string with escapes: `bytes[start..<plain]` has none.
  private mutating func escaped(_ start: Int, _ plain: Int) throws(Fault) -> String {
    var text = Array(bytes[start..<plain])
    offset = plain
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x22:
        offset += 1
        return text.withUnsafeBufferPointer { decoded($0, from: start) }
      case 0x0A: throw Fault(offset: offset, expected: "a closing quotation mark before the end of the line")
      case 0x5C: try escape(into: &text)
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw Fault(offset: offset, expected: "a closing quotation mark")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    let start = offset
    offset += 1
    let kind = next
    offset += 1
    switch kind {
    case 0x22, 0x5C, 0x2F: text.append(kind)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75: text.append(contentsOf: String(Character(try unicodeEscape(start))).utf8)
    default: throw Fault(offset: start, expected: "one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
  }

  /// The scalar of `\uXXXX`, or of two of them that are surrogates; U+FFFD for half a pair.
  private mutating func unicodeEscape(_ start: Int) throws(Fault) -> Unicode.Scalar {
    let high = try hexadecimal(start)
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, next == 0x5C, offset + 1 < bytes.count, bytes[offset + 1] == 0x75 else { return "\u{FFFD}" }
    let pair = offset
    offset += 2
    let low = try hexadecimal(pair)
    guard (0xDC00...0xDFFF).contains(low) else {
      offset = pair
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal(_ start: Int) throws(Fault) -> UInt32 {
    guard offset + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { throw Fault(offset: start, expected: "four hexadecimal digits after \\u") }
    offset += 4
    return value
  }

  private mutating func decoded(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> String {
    if let valid = String(validating: text, as: UTF8.self) { return valid }
    broken = broken ?? start
    return String(decoding: text, as: UTF8.self)
  }
}
