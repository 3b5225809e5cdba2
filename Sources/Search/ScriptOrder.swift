/// The order in which JavaScript compares strings: by UTF-16 code units.
///
/// It is the order of UTF-8 bytes, except that what lies outside the basic plane (lead byte F0 and up) comes before
/// U+E000 to U+FFFF (lead bytes EE and EF).
enum ScriptOrder {
  static func precedes<Bytes: RandomAccessCollection>(_ a: Bytes, _ b: Bytes) -> Bool
  where Bytes.Element == UInt8 {
    var left = a.startIndex
    var right = b.startIndex
    while left < a.endIndex, right < b.endIndex {
      if a[left] != b[right] { return rank(a[left]) < rank(b[right]) }
      left = a.index(after: left)
      right = b.index(after: right)
    }
    return left == a.endIndex && right < b.endIndex
  }

  /// The first eight bytes as a number: where it differs, so does the order of the texts, which hold no byte 0.
  static func opening<Bytes: Collection>(_ text: Bytes) -> UInt64 where Bytes.Element == UInt8 {
    var opening: UInt64 = 0
    var room: UInt64 = 64
    for byte in text {
      room -= 8
      opening |= UInt64(rank(byte)) << room
      if room == 0 { break }
    }
    return opening
  }

  private static func rank(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0xEE, 0xEF: byte + 0x10
    case 0xF0...0xF4: byte - 2
    default: byte
    }
  }
}
