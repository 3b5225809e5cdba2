import Text

/// A title as the opening of a query is compared with it: its folded words with one space between.
enum TitleKey {
  static func make(_ title: String) -> [UInt8] {
    var key: [UInt8] = []
    var copy = title
    copy.withUTF8 { bytes in
      for atom in WordScanner(bytes) {
        if !key.isEmpty { key.append(0x20) }
        Folding.fold(bytes, atom.start..<atom.end, into: &key)
      }
    }
    return key
  }
}
