/// Looks at eight bytes at once: escapers copy most of their text, and go through it by steps of eight to find where
/// they may not.
///
/// (A. Mycroft 1987: a byte of `x` is 0 where `(x - 0x01…) & ~x` has its highest bit set. Behind a byte that was found
/// it may report another one wrongly, so what is told is only whether there is any.)
public enum Octets {
  @inlinable static var lowest: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highest: UInt64 { 0x8080_8080_8080_8080 }

  /// The first place at or behind `start`, in steps of eight bytes, from which on `special` may be among the next
  /// eight, or where fewer are left.
  @inline(__always)
  static func skip(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, where special: (UInt64) -> UInt64
  ) -> Int {
    guard let base = text.baseAddress else { return start }
    var at = start
    while at + 8 <= text.count {
      if special(UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)) & highest != 0 { return at }
      at += 8
    }
    // The last eight bytes once more, so that a text rarely ends byte by byte.
    let last = text.count - 8
    guard last >= 0, at > last else { return at }
    let octet = UnsafeRawPointer(base + last).loadUnaligned(as: UInt64.self)
    return special(octet) & highest == 0 ? text.count : at
  }

  /// The first place at or behind `start` where no ASCII letter or digit stands.
  @inlinable @inline(__always)
  static func skipWord(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let at = skipOnly(text, from: start) { letters($0) | range(0x30, 0x39, $0 & ~highest) & ~$0 }
    return end(text, from: at) { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
  }

  /// The first place at or behind `start` where no ASCII letter stands.
  @inlinable @inline(__always)
  public static func skipLetters(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let at = skipOnly(text, from: start) { letters($0) }
    return end(text, from: at) { ($0 | 0x20) &- 0x61 < 26 }
  }

  /// The first blank or tab at or behind `start`, the text's end where there is none.
  public static func findBlank(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let at = skipOnly(text, from: start) { octet in
      let low = octet & ~highest
      return ~((range(0x20, 0x20, low) | range(0x09, 0x09, low)) & ~octet)
    }
    return end(text, from: at) { $0 != 0x20 && $0 != 0x09 }
  }

  /// The first place at or behind `start` where something other than ASCII stands.
  public static func skipASCII(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let at = skipOnly(text, from: start) { ~$0 }
    return end(text, from: at) { $0 < 0x80 }
  }

  /// The first place at or behind `start` where a formula, a TeX command or an address may begin or be told by (`$`, `\`,
  /// `:`, `/`, `@`), the text's end where there is none.
  public static func findAside(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let at = skip(text, from: start) { octet in
      have(0x24, octet) | have(0x5C, octet) | have(0x3A, octet) | have(0x2F, octet) | have(0x40, octet)
    }
    return end(text, from: at) { $0 != 0x24 && $0 != 0x5C && $0 != 0x3A && $0 != 0x2F && $0 != 0x40 }
  }

  /// Whether one of two bytes stands anywhere in the text.
  public static func hold(_ one: UInt8, or other: UInt8, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let at = skip(text, from: 0) { have(one, $0) | have(other, $0) }
    return end(text, from: at) { $0 != one && $0 != other } < text.count
  }

  /// The first place at or behind `start` where a control, something other than ASCII or a blank behind a blank stands.
  public static func skipTidy(_ text: UnsafeBufferPointer<UInt8>, from start: Int, afterBlank: Bool) -> Int {
    // The highest bit of the octet's first byte where a blank stands before it.
    var blankBefore: UInt64 = afterBlank ? 0x80 : 0
    var at = skipOnly(text, from: start) { octet in
      let low = octet & ~highest
      let blanks = range(0x20, 0x20, low) & ~octet & highest
      let doubled = blanks & (blanks << 8 | blankBefore)
      blankBefore = blanks >> 56
      return range(0x20, 0x7E, low) & ~octet & ~doubled
    }
    var before: UInt8 = at > start ? text[at - 1] : afterBlank ? 0x20 : 0
    while at < text.count, text[at] &- 0x20 < 0x5F, text[at] != 0x20 || before != 0x20 {
      before = text[at]
      at += 1
    }
    return at
  }

  /// The first place at or behind `start` whose byte `wanted` does not tell by its highest bit, or where fewer than eight
  /// bytes are left.
  @inlinable @inline(__always)
  static func skipOnly(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ wanted: (UInt64) -> UInt64
  ) -> Int {
    guard let base = text.baseAddress else { return start }
    var at = start
    while at + 8 <= text.count {
      // The text's first byte is the lowest.
      let octet = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian
      let rest = ~wanted(octet) & highest
      if rest != 0 { return at + rest.trailingZeroBitCount >> 3 }
      at += 8
    }
    return at
  }

  @inlinable @inline(__always)
  static func end(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ isWanted: (UInt8) -> Bool
  ) -> Int {
    var at = start
    while at < text.count, isWanted(text[at]) { at += 1 }
    return at
  }

  /// Writes the ASCII text of `range` in small letters to `output`, which has room for eight bytes more; returns false
  /// where it is not ASCII, what is written being of no use then.
  @inline(__always)
  static func lowercaseASCII(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    guard let base = text.baseAddress, let to = output.baseAddress else { return range.isEmpty }
    var at = range.lowerBound
    var all: UInt64 = 0
    while at < range.upperBound, at + 8 <= text.count {
      let octet = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
      let own = UInt64.max >> UInt64(max(0, 8 - (range.upperBound - at)) * 8)
      all |= octet & own.littleEndian
      UnsafeMutableRawPointer(to + (at - range.lowerBound)).storeBytes(of: lowercased(octet), as: UInt64.self)
      at += 8
    }
    while at < range.upperBound {
      all |= UInt64(text[at])
      output[at - range.lowerBound] = text[at].asciiLowercased
      at += 1
    }
    return all & highest == 0
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

  /// The ASCII letters among the eight, each by its highest bit; exact for every byte. The other bits mean nothing.
  @inlinable @inline(__always)
  static func letters(_ octet: UInt64) -> UInt64 {
    range(0x61, 0x7A, octet & ~highest | (0x20 &* lowest)) & ~octet
  }

  /// The eight with the large ASCII letters among them made small.
  @inlinable @inline(__always)
  public static func lowercased(_ octet: UInt64) -> UInt64 {
    octet | (range(0x41, 0x5A, octet & ~highest) & ~octet & highest) >> 2
  }

  /// The bytes from `first` to `last` among eight that are all below 0x80, each by its highest bit: a sum carries into
  /// that bit where the byte reaches the bound. The other bits mean nothing.
  @inlinable @inline(__always)
  static func range(_ first: UInt64, _ last: UInt64, _ octet: UInt64) -> UInt64 {
    (octet &+ ((0x80 &- first) &* lowest)) & ~(octet &+ ((0x7F &- last) &* lowest))
  }
}
