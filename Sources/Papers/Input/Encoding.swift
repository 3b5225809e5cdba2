import Text

/// The encoding of a file that is not plain UTF-8, told by its bytes.
enum Encoding {
  case utf16(bigEndian: Bool, marked: Bool)
  /// What Windows programs write in Western Europe; ISO 8859-1 with typographic marks.
  case windows1252

  /// Nil for UTF-8, broken or not.
  static func of(_ bytes: [UInt8]) -> Encoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16(bigEndian: false, marked: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16(bigEndian: true, marked: true) }
    let head = bytes.prefix(4_096)
    if let bigEndian = unmarkedUTF16(head) { return .utf16(bigEndian: bigEndian, marked: false) }
    return isWindows1252(bytes) ? .windows1252 : nil
  }

  /// Latin text in UTF-16 has a zero in every second place, and none in the others.
  private static func unmarkedUTF16(_ head: ArraySlice<UInt8>) -> Bool? {
    guard head.count >= 8, head.contains(0) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (place, byte) in head.enumerated() where byte == 0 {
      if place % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let many = head.count * 2 / 5
    if zeros.odd >= many, zeros.even * 20 <= zeros.odd { return false }
    return zeros.even >= many && zeros.odd * 20 <= zeros.even ? true : nil
  }

  /// Whether every byte beyond ASCII is a letter inside a word or a mark of typography, and none is part of UTF-8.
  private static func isWindows1252(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var found = 0
      var at = 0
      let raw = UnsafeRawBufferPointer(bytes)
      while at < bytes.count {
        if at + 8 <= bytes.count, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
          at += 8
          continue
        }
        let byte = bytes[at]
        if byte >= 0x80 {
          // Two capitals with marks that broken UTF-8 has far oftener than any word.
          if UTF8Decoding.length(bytes, at) > 1 || byte == 0xC2 || byte == 0xC3 || byte == 0xFF { return false }
          let isLetter = byte >= 0xC0 || [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(byte)
          if Windows1252.undefined.contains(byte) || isLetter && !hasLetterBeside(bytes, at) { return false }
          found += 1
        }
        at += 1
      }
      return found > 0
    }
  }

  private static func hasLetterBeside(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    [at - 1, at + 1].contains { bytes.indices.contains($0) && bytes[$0] | 0x20 &- 0x61 < 26 }
  }
}
