import Text

/// Counts how each word of a collection is used, for its lexicon.
struct LexiconCounter {
  /// Folded forms, as in the corpus.
  let words: [String]
  let roles: [WordRole]
  private(set) var uses: [Uses]

  /// How one word is used.
  struct Uses {
    var all: Int32 = 0
    /// Those that end a phrase.
    var closed: Int32 = 0
    /// Those that look like a verb's.
    var verbs: Int32 = 0
    /// Those closed ones that look like an adjective's.
    var adjectives: Int32 = 0
    /// Those that tell how the word is written, and those of them with a capital.
    var cased: Int32 = 0
    var capitals: Int32 = 0
    /// Majority vote among the spellings with a capital (Boyer and Moore, 1981).
    var votes: Int32 = 0
    var spelling = ""

    @inline(__always)
    fileprivate mutating func count(isClosed: Bool, isVerb: Bool, isAdjective: Bool) {
      all += 1
      if isClosed { closed += 1 }
      if isAdjective { adjectives += 1 }
      if isVerb { verbs += 1 }
    }

    fileprivate mutating func vote(for written: UnsafeBufferPointer<UInt8>) {
      capitals += 1
      if spelling.utf8.elementsEqual(written) {
        votes += 1
      } else if votes > 0 {
        votes -= 1
      } else {
        votes = 1
        spelling = String(decoding: written, as: UTF8.self)
      }
    }
  }

  init(_ words: [String]) {
    self.words = words
    roles = words.map(WordRole.init)
    uses = Array(repeating: Uses(), count: words.count)
  }

  func role(_ word: Int32) -> WordRole { roles[Int(word)] }

  /// - Parameter isAdjective: whether a closed use looks like an adjective's.
  mutating func count(_ word: Int32, isClosed: Bool, isVerb: Bool, isAdjective: Bool) {
    uses[Int(word)].count(isClosed: isClosed, isVerb: isVerb, isAdjective: isAdjective && isClosed)
  }

  /// Notes how a use of the word is written. At the start of a sentence and in titles, where any word may
  /// have a capital, only those with a capital inside count.
  mutating func countCase(_ word: Int32, written: UnsafeBufferPointer<UInt8>, isInsideSentence: Bool) {
    let isInner = written.dropFirst().contains { $0 &- 0x41 < 26 }
    guard isInsideSentence || isInner else { return }
    uses[Int(word)].cased += 1
    if isInner || isUpper(written) { uses[Int(word)].vote(for: written) }
  }

  private func isUpper(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = written.first else { return false }
    if first < 0x80 { return first &- 0x41 < 26 }
    let length = UTF8Decoding.length(written, 0)
    return length > 0 && UTF8Decoding.scalar(written, 0, length)?.properties.isUppercase == true
  }
}
