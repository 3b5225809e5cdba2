/// Looks at eight bytes at once: escapers copy most of their text, and go through it by steps of eight to find where
/// they may not.
///
/// (A. Mycroft 1987: a byte of `x` is 0 where `(x - 0x01…) & ~x` has its highest bit set. Behind a byte that was found
/// it may report another one wrongly, so what is told is only whether there is any.)
enum Octets {
  private static var lowest: UInt64 { 0x0101_0101_0101_0101 }
  private static var highest: UInt64 { 0x8080_8080_8080_8080 }

  /// The first place at or behind `start`, in steps of eight bytes, from which on `special` may be among the next
  /// eight, or where fewer are left.
  @inline(__always)
  static func skip(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, where special: (UInt64) -> UInt64
  ) -> Int {
    guard let base = text.baseAddress else { return start }
    var at = start
    while at + 8 <= text.count {
      if special(UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)) & highest != 0 { break }
      at += 8
    }
    return at
  }

  /// Whether `byte` is among the eight, in the highest bits.
  @inline(__always)
  static func have(_ byte: UInt8, _ octet: UInt64) -> UInt64 {
    let rest = octet ^ (UInt64(byte) &* lowest)
    return (rest &- lowest) & ~rest
  }

  /// Whether one of two bytes that differ in the one bit `bit` alone, of which `byte` has it, is among the eight.
  @inline(__always)
  static func have(_ byte: UInt8, without bit: UInt8, _ octet: UInt64) -> UInt64 {
    have(byte, octet | (UInt64(bit) &* lowest))
  }

  /// Whether a control or a byte of 0x80 and more is among the eight.
  @inline(__always)
  static func haveControlOrHigh(_ octet: UInt64) -> UInt64 { (octet &- (0x20 &* lowest)) | octet }
}
