import Text

/// What the scanner asks of a few bytes.
extension PageScanner {
  /// Length of the scheme of an absolute address; nil for a relative one.
  static func schemeLength(_ address: UnsafeBufferPointer<UInt8>) -> Int? {
    // Nearly every address is relative and has no colon at all.
    guard Octets.find(0x3A, address) != nil else { return nil }
    for at in address.indices {
      let byte = address[at]
      if byte == 0x3A { return at > 0 ? at : nil }
      let isSchemeByte = isLetter(byte) || byte &- 0x30 < 10 || byte == 0x2B || byte == 0x2D || byte == 0x2E
      if !isSchemeByte { return nil }
    }
    return nil
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// White space or `>`.
  @inline(__always)
  static func endsTagName(_ byte: UInt8) -> Bool { isAmong(byte, 1 << 0x3E | spaces) }

  /// White space, `>` or `=`.
  @inline(__always)
  static func endsAttributeName(_ byte: UInt8) -> Bool { isAmong(byte, 1 << 0x3E | 1 << 0x3D | spaces) }

  @inline(__always)
  private static var spaces: UInt64 { 1 << 0x20 | 1 << 0x0A | 1 << 0x09 | 1 << 0x0D }

  /// Whether the bit of a byte below 64 is set.
  @inline(__always)
  private static func isAmong(_ byte: UInt8, _ bits: UInt64) -> Bool { byte < 64 && bits &>> UInt64(byte) & 1 == 1 }

  @inline(__always)
  static func equals(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    // Most of all attributes are a `href`.
    if range.count == 4, let base = html.baseAddress {
      return UnsafeRawPointer(base + range.lowerBound).loadUnaligned(as: UInt32.self)
        == UnsafeRawPointer(name.utf8Start).loadUnaligned(as: UInt32.self)
    }
    for offset in 0..<range.count where html[range.lowerBound + offset] != name.utf8Start[offset] { return false }
    return true
  }

  static func contains(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    var at = range.lowerBound
    while let start = Octets.find(text.utf8Start[0], html, from: at), start + count <= range.upperBound {
      if equals(html, start..<start + count, text) { return true }
      at = start + 1
    }
    return false
  }

  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
