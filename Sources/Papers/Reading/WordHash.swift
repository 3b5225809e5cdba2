extension ArraySlice<UInt8> {
  /// A word as a number, to find it in tables: FNV-1a, 64 bits.
  var hash: UInt64 { reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }

  /// The words of folded text as numbers: letters, digits and hyphens.
  var wordHashes: [UInt64] {
    withUnsafeBufferPointer { text in
      var hashes: [UInt64] = []
      hashes.reserveCapacity(text.count / 5 + 4)
      var at = 0
      while at < text.count {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let start = at
        while at < text.count, Self.isWordByte(text[at]) {
          hash = (hash ^ UInt64(text[at])) &* 0x100_0000_01B3
          at += 1
        }
        if at > start { hashes.append(hash) }
        at += 1
      }
      return hashes
    }
  }

  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 || byte == 0x2D
  }
}

extension Set<UInt64> {
  /// Words as numbers, from a list with blanks between them.
  init(words: String) { self = Set(words.utf8.split(separator: 0x20).map { Array($0)[...].hash }) }
}
