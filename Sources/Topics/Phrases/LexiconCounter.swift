import Text

/// Counts how each word of a collection is used, for its lexicon.
struct LexiconCounter {
  /// Folded forms, as in the corpus.
  let words: [String]
  let roles: [WordRole]
  private(set) var uses: [Uses]
  /// Those with a capital, of the words that have any.
  private(set) var spellings: [Spelling] = []

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
    /// Index into `spellings`, -1 where it is never written with a capital.
    var spelling: Int32 = -1
  }

  /// How a word is written with capitals: majority vote among the ways (Boyer and Moore, 1981).
  struct Spelling {
    private(set) var text = ""
    private var votes: Int32 = 0

    fileprivate mutating func vote(for written: UnsafeBufferPointer<UInt8>) {
      if text.utf8.elementsEqual(written) {
        votes += 1
      } else if votes > 0 {
        votes -= 1
      } else {
        votes = 1
        text = String(decoding: written, as: UTF8.self)
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
  @inline(__always)
  mutating func count(_ word: Int32, isClosed: Bool, isVerb: Bool, isAdjective: Bool) {
    uses[Int(word)].all += 1
    if isClosed { uses[Int(word)].closed += 1 }
    if isVerb { uses[Int(word)].verbs += 1 }
    if isAdjective && isClosed { uses[Int(word)].adjectives += 1 }
  }

  /// Notes how a use of the word is written. At the start of a sentence and in titles, where any word may
  /// have a capital, only those with a capital inside count.
  @inline(__always)
  mutating func countCase(_ word: Int32, written: UnsafeBufferPointer<UInt8>, isInsideSentence: Bool) {
    var hasInner = false
    for at in 1..<max(1, written.count) where written[at] &- 0x41 < 26 { hasInner = true }
    guard isInsideSentence || hasInner else { return }
    uses[Int(word)].cased += 1
    if hasInner || isUpper(written) { countCapital(word, written) }
  }

  private mutating func countCapital(_ word: Int32, _ written: UnsafeBufferPointer<UInt8>) {
    uses[Int(word)].capitals += 1
    if uses[Int(word)].spelling < 0 {
      uses[Int(word)].spelling = Int32(spellings.count)
      spellings.append(Spelling())
    }
    spellings[Int(uses[Int(word)].spelling)].vote(for: written)
  }

  @inline(__always)
  private func isUpper(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = written.first else { return false }
    if first < 0x80 { return first &- 0x41 < 26 }
    let length = UTF8Decoding.length(written, 0)
    return length > 0 && UTF8Decoding.scalar(written, 0, length)?.properties.isUppercase == true
  }
}
