import Text

extension ArraySlice<UInt8> {
  /// A word as a number, to find it in tables.
  var hash: UInt64 { withUnsafeBufferPointer { WordHash.of($0) } }

  /// The words of folded text as numbers: letters, digits and hyphens.
  var wordHashes: [UInt64] {
    withUnsafeBufferPointer { text in
      var hashes: [UInt64] = []
      hashes.reserveCapacity(text.count / 5 + 4)
      var at = 0
      while at < text.count {
        let end = Octets.skipFolded(text, from: at)
        if end > at { hashes.append(WordHash.of(UnsafeBufferPointer(rebasing: text[at..<end]))) }
        at = end + 1
      }
      return hashes
    }
  }
}

extension Set<UInt64> {
  /// Words as numbers, from a list with blanks between them.
  init(words: String) { self = Set(words.utf8.split(separator: 0x20).map { Array($0)[...].hash }) }
}
