extension ArraySlice<UInt8> {
  /// A word as a number, to find it in tables: FNV-1a, 64 bits.
  var hash: UInt64 { reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }

  /// The words of folded text as numbers: letters, digits and hyphens.
  var wordHashes: [UInt64] {
    split { !($0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 >= 0x80 || $0 == 0x2D) }.map(\.hash)
  }
}

extension Set<UInt64> {
  /// Words as numbers, from a list with blanks between them.
  init(words: String) { self = Set(words.utf8.split(separator: 0x20).map { Array($0)[...].hash }) }
}
