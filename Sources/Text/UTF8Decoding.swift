/// Decoding of single scalars out of UTF-8 bytes.
public enum UTF8Decoding {
  /// Bytes of the well-formed scalar that starts at `at`, 0 where the bytes there are none.
  @inlinable
  public static func length(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = text[at]
    if byte < 0x80 { return 1 }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
    guard length > 0, byte <= 0xF4, at + length <= text.count else { return 0 }
    for offset in 1..<length where text[at + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// The scalar of `length` bytes at `at`, nil for overlong forms, surrogates and values out of range.
  @inlinable
  public static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int) -> Unicode.Scalar? {
    var value = UInt32(text[at])
    switch length {
    case 1: return Unicode.Scalar(text[at])
    case 2: value &= 0x1F
    case 3: value &= 0x0F
    case 4: value &= 0x07
    default: return nil
    }
    for offset in 1..<length { value = value << 6 | UInt32(text[at + offset] & 0x3F) }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    return value < least ? nil : Unicode.Scalar(value)
  }
}
