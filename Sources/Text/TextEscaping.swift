/// What every escaper does first: scalars that no page may hold are left out.
public enum TextEscaping {
  /// Bytes of the scalar at `at` that must not reach a page, 0 where the scalar may stay.
  ///
  /// These are the control characters other than tab, line feed, form feed and carriage return, and the
  /// noncharacters (U+FDD0–U+FDEF and the last two of each plane), which the pages use as marks of their own.
  public static func unwanted(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = text[at]
    if byte < 0x80 {
      return byte < 0x20 ? (byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D ? 0 : 1) : byte == 0x7F ? 1 : 0
    }
    if byte == 0xC2 { return at + 1 < text.count && text[at + 1] < 0xA0 ? 2 : 0 }
    if byte < 0xEF || at + 2 >= text.count { return 0 }
    let second = text[at + 1]
    let third = text[at + 2]
    if byte == 0xEF {
      if second == 0xB7, third >= 0x90, third <= 0xAF { return 3 }
      return second == 0xBF && third >= 0xBE ? 3 : 0
    }
    guard at + 3 < text.count else { return 0 }
    return second & 0x0F == 0x0F && third == 0xBF && text[at + 3] >= 0xBE ? 4 : 0
  }
}
