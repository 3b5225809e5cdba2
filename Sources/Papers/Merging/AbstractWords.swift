import Text

/// The distinct words of an abstract, to tell whether two abstracts are one text.
struct AbstractWords: Sendable {
  /// Fingerprints of the words, rising.
  private let words: [UInt64]

  /// What comparing two abstracts tells.
  enum Likeness { case same, different, unknown }

  /// Share of the shorter one's words that two versions of one abstract have in common.
  static let sharedByVersions = 0.75

  init(_ abstract: String) {
    var words: [UInt64] = []
    var text = abstract
    text.withUTF8 { bytes in
      for atom in WordScanner(bytes) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes[atom.start..<atom.end] { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3 }
        words.append(hash)
      }
    }
    words.sort()
    var distinct: [UInt64] = []
    distinct.reserveCapacity(words.count)
    for word in words where word != distinct.last { distinct.append(word) }
    self.words = distinct
  }

  /// Share of the shorter one's words that the other has too, 0 where one has none.
  func shared(with other: AbstractWords) -> Double {
    var common = 0
    var (mine, theirs) = (0, 0)
    while mine < words.count, theirs < other.words.count {
      if words[mine] == other.words[theirs] { common += 1 }
      let (a, b) = (words[mine], other.words[theirs])
      if a <= b { mine += 1 }
      if b <= a { theirs += 1 }
    }
    let shorter = min(words.count, other.words.count)
    return shorter == 0 ? 0 : Double(common) / Double(shorter)
  }

  /// Distinct words that an abstract needs for its versions to be told: of `Preface to the 11th meeting`, the next year's
  /// shares all but one.
  private static let fewest = 12

  /// Whether two abstracts are one text; unknown where one is missing.
  static func compare(_ one: String, _ other: String) -> Likeness {
    if one.isEmpty || other.isEmpty { return .unknown }
    if one == other { return .same }
    let (mine, theirs) = (AbstractWords(one), AbstractWords(other))
    guard min(mine.words.count, theirs.words.count) >= fewest else { return .different }
    return mine.shared(with: theirs) >= sharedByVersions ? .same : .different
  }
}
