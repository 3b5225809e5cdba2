import Text

/// What a collection tells of each of its words: how often it ends a phrase, how often it acts as a verb,
/// how it is written, and what it folds to.
///
/// It takes the place of a part-of-speech tagger: nouns end phrases, verbs stand after "we" and before "the".
struct Lexicon: Sendable {
  /// The part that a word plays between phrases.
  enum Role: UInt8, Sendable { case content, stop, determiner, subject, of }

  /// Folded forms, as in the corpus.
  let words: [String]
  private var roles: [Role]
  private var occurrences: [Int32]
  private var closed: [Int32]
  private var verbs: [Int32]
  private var spellings: [Capitals]
  /// Per word; empty until settled.
  private(set) var traits: [WordTraits] = []
  /// Number of the word's singular, equal for words with the same one.
  private(set) var singulars: [Int32] = []
  /// Number of the word's stem, equal for words with the same one.
  private(set) var stems: [Int32] = []
  /// How many distinct stems there are.
  private(set) var stemCount = 0

  /// Votes on how a word is written inside sentences.
  private struct Capitals {
    var uses: Int32 = 0
    var capitals: Int32 = 0
    /// Majority vote among the spellings with a capital (Boyer and Moore, 1981).
    var votes: Int32 = 0
    var spelling = ""
  }

  init(_ words: [String]) {
    self.words = words
    roles = words.map(Self.role)
    occurrences = Array(repeating: 0, count: words.count)
    closed = occurrences
    verbs = occurrences
    spellings = Array(repeating: Capitals(), count: words.count)
  }

  func role(_ word: Int32) -> Role { roles[Int(word)] }

  func isOf(_ word: Int32) -> Bool { roles[Int(word)] == .of }

  func occurrences(_ word: Int32) -> Int { Int(occurrences[Int(word)]) }

  /// Share of the word's uses that end a phrase, 0...1.
  func headness(_ word: Int32) -> Float {
    (Float(closed[Int(word)]) + 1) / (Float(occurrences[Int(word)]) + 2)
  }

  /// Share of the word's uses that look like a verb's, 0...1.
  func verbness(_ word: Int32) -> Float {
    (Float(verbs[Int(word)]) + 0.3) / (Float(occurrences[Int(word)]) + 2)
  }

  /// The word as it is written inside sentences: lower case unless most uses have capitals.
  func display(_ word: Int32) -> String {
    traits[Int(word)].contains(.capital) ? spellings[Int(word)].spelling : words[Int(word)]
  }

  /// The words written out with their joints.
  func text(_ words: some Sequence<Int32>, _ joints: some Sequence<ContentStream.Joint>) -> String {
    var text = ""
    for (word, joint) in zip(words, joints) {
      if !text.isEmpty { text += joint.text }
      text += display(word)
    }
    return text
  }

  func isPlural(_ word: Int32) -> Bool { traits[Int(word)].contains(.plural) }
}

extension Lexicon {
  mutating func count(_ word: Int32, isClosed: Bool, isVerb: Bool) {
    occurrences[Int(word)] += 1
    if isClosed { closed[Int(word)] += 1 }
    if isVerb { verbs[Int(word)] += 1 }
  }

  /// Notes how a use of the word is written. At the start of a sentence and in titles, where any word may
  /// have a capital, only those with a capital inside count.
  mutating func countCase(_ word: Int32, written: UnsafeBufferPointer<UInt8>, isInsideSentence: Bool) {
    let inner = written.dropFirst().contains { $0 &- 0x41 < 26 }
    guard isInsideSentence || inner else { return }
    spellings[Int(word)].uses += 1
    guard inner || !written.isEmpty && isUpper(written) else { return }
    spellings[Int(word)].capitals += 1
    let isSame = spellings[Int(word)].spelling.utf8.elementsEqual(written)
    if isSame {
      spellings[Int(word)].votes += 1
    } else if spellings[Int(word)].votes > 0 {
      spellings[Int(word)].votes -= 1
    } else {
      spellings[Int(word)].votes = 1
      spellings[Int(word)].spelling = String(decoding: written, as: UTF8.self)
    }
  }

  /// Works out what each word folds to; to be called once everything is counted.
  mutating func settle() {
    let stemmer = Stemmer()
    var singularNumbers: [String: Int32] = [:]
    var stemNumbers: [String: Int32] = [:]
    traits.reserveCapacity(words.count)
    for (index, word) in words.enumerated() {
      let spelling = spellings[index]
      let isCapital = spelling.capitals * 10 > spelling.uses * 6
      let isPluralShortForm = isCapital && Self.isPluralShortForm(spelling.spelling)
      let singular = isPluralShortForm ? String(word.dropLast()) : Inflection.singular(word)
      var trait = WordTraits(word, singular: singular)
      if roles[index] != .content { trait.insert(.stop) }
      if isCapital {
        trait.insert(.capital)
        if spelling.spelling.utf8.dropFirst().contains(where: { $0 &- 0x41 < 26 }) { trait.insert(.innerCapital) }
      }
      traits.append(trait)
      let next = Int32(singularNumbers.count)
      singulars.append(singularNumbers[singular, default: next])
      if singulars[index] == next { singularNumbers[singular] = next }
      let stem = stemmer.stem(isPluralShortForm ? singular : word)
      let nextStem = Int32(stemNumbers.count)
      stems.append(stemNumbers[stem, default: nextStem])
      if stems[index] == nextStem { stemNumbers[stem] = nextStem }
    }
    stemCount = stemNumbers.count
  }

  private func isUpper(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
    if written[0] < 0x80 { return written[0] &- 0x41 < 26 }
    let length = UTF8Decoding.length(written, 0)
    return length > 0 && UTF8Decoding.scalar(written, 0, length)?.properties.isUppercase == true
  }

  /// `GNNs`: a capital or a digit before a small s at the end.
  private static func isPluralShortForm(_ spelling: String) -> Bool {
    let end = spelling.utf8.suffix(3)
    guard end.count == 3, end.last == 0x73 else { return false }
    return end.dropLast().allSatisfy { $0 &- 0x41 < 26 || $0 &- 0x30 < 10 }
  }

  private static func role(_ word: String) -> Role {
    if word == "of" { return .of }
    if determiners.contains(word) { return .determiner }
    if subjects.contains(word) { return .subject }
    if StopWords.contains(word) { return .stop }
    return contractions.contains(where: word.hasSuffix) ? .stop : .content
  }

  /// Words after which the word before was a verb: `learn the`, `show that … its`.
  private static let determiners = StopWords.words(
    "a an the this these those our its their how whether what each every any his her")

  /// Words after which a verb stands.
  private static let subjects = StopWords.words(
    "we to can could may might will would should must cannot not it they who then also you")

  private static let contractions = ["'t", "'d", "'m", "'re", "'ve", "'ll"]
}
