/// Writes plain text so that HTML and XML show it literally, in text and in quoted attributes.
public enum HTMLEscaping {
  /// Appends `text` with `& < > " '` as references and without control characters and noncharacters.
  public static func append(_ text: String, to output: inout [UInt8]) {
    var copy = text
    copy.withUTF8 { append($0, to: &output) }
  }

  public static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var at = 0
    while true {
      at = plainEnd(text, from: at)
      if at == text.count { break }
      let byte = text[at]
      let unwanted = TextEscaping.unwanted(text, at)
      let reference = reference(byte)
      if unwanted == 0, reference.utf8CodeUnitCount == 0 {
        at += 1
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
      reference.withUTF8Buffer { output.append(contentsOf: $0) }
      at += max(1, unwanted)
      start = at
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
  }

  /// The first byte at or behind `start` that may not simply be copied: a mark of HTML, a control, or one beyond ASCII;
  /// the count of bytes where none is.
  public static func plainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    // Ampersand and apostrophe differ in one bit, as do the angle brackets.
    var at = Octets.skip(text, from: start) {
      Octets.haveControlOrHigh($0) | Octets.have(0x22, $0) | Octets.have(0x27, without: 0x01, $0)
        | Octets.have(0x3E, without: 0x02, $0) | Octets.have(0x7F, $0)
    }
    while at < text.count, !isSpecial(text[at]) { at += 1 }
    return at
  }

  /// Appends an address for a `href` or `src`: escaped, or `#` where its scheme is none of http, https, mailto.
  public static func appendAddress(_ text: String, to output: inout [UInt8]) {
    append(LinkEscaping.isSafe(text) ? text : "#", to: &output)
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x40 ? byte < 0x20 || 1 << UInt64(byte) & mask != 0 : byte >= 0x7F
  }

  /// The five characters below 0x40 that have references.
  private static let mask: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

  @inline(__always)
  private static func reference(_ byte: UInt8) -> StaticString {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    case 0x27: "&#39;"
    default: ""
    }
  }
}
