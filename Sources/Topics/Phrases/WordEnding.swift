/// The last letters of a word, held against several endings at once.
struct WordEnding {
  /// The last eight bytes, the last one lowest.
  private var letters: UInt64 = 0
  private let length: Int

  init(of word: String) {
    var bytes = 0
    for byte in word.utf8 {
      letters = letters << 8 | UInt64(byte)
      bytes += 1
    }
    length = bytes
  }

  /// True where the word has one of `endings`.
  func isOne(of endings: [Pattern]) -> Bool {
    for ending in endings where letters & ending.mask == ending.letters && ending.length <= length { return true }
    return false
  }

  /// An ending of eight bytes at most.
  struct Pattern {
    fileprivate let letters: UInt64
    fileprivate let mask: UInt64
    fileprivate let length: Int

    init(_ ending: String) {
      length = ending.utf8.count
      letters = ending.utf8.reduce(0) { $0 << 8 | UInt64($1) }
      mask = length < 8 ? 1 << UInt64(8 * length) - 1 : .max
    }
  }
}
