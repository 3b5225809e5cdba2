import Text

/// What a collection tells of each of its words: how often it ends a phrase, how often it acts as a verb,
/// how it is written, and what it folds to.
///
/// It takes the place of a part-of-speech tagger: nouns end phrases, verbs stand after "we" and before "the".
/// Words are named by their index in the corpus. A class, so that handing it on copies nothing.
final class Lexicon: Sendable {
  /// Folded forms, as in the corpus.
  let words: [String]
  let traits: [WordTraits]
  /// Number of the word's singular, equal for words with the same one.
  let singulars: [Int32]
  /// Number of the word's stem, equal for words with the same one.
  let stems: [Int32]
  /// How many distinct stems there are.
  let stemCount: Int
  /// Uses as a content word.
  private let uses: [Int32]
  private let heads: [Float]
  private let verbs: [Float]
  private let adjectives: [Float]
  /// As written inside sentences, one word after the other, and where each starts.
  private let letters: [UInt8]
  private let starts: [Int32]

  init(_ counter: consuming LexiconCounter) {
    words = counter.words
    uses = counter.uses.map(\.all)
    heads = counter.uses.map { (Float($0.closed) + 1) / (Float($0.all) + 2) }
    verbs = counter.uses.map { (Float($0.verbs) + 0.3) / (Float($0.all) + 2) }
    adjectives = counter.uses.map { Float($0.adjectives) / (Float($0.closed) + 2) }
    let stemmer = Stemmer()
    var singularNumbers = KeyTable(capacity: words.count)
    var stemNumbers = KeyTable(capacity: words.count)
    var traits: [WordTraits] = []
    var singulars: [Int32] = []
    var stems: [Int32] = []
    var letters: [UInt8] = []
    var starts: [Int32] = [0]
    traits.reserveCapacity(words.count)
    singulars.reserveCapacity(words.count)
    stems.reserveCapacity(words.count)
    letters.reserveCapacity(8 * words.count)
    starts.reserveCapacity(words.count + 1)
    for (index, word) in words.enumerated() {
      let use = counter.uses[index]
      let isCapital = use.capitals * 10 > use.cased * 6
      let spelling = isCapital ? counter.spellings[Int(use.spelling)].text : ""
      let isPluralShortForm = isCapital && Self.isPluralShortForm(spelling)
      let singular = isPluralShortForm ? String(word.dropLast()) : Inflection.singular(word)
      var trait = WordTraits(word, singular: singular)
      if counter.roles[index] != .content || singular != word && WordRole(singular) != .content { trait.insert(.stop) }
      if isCapital {
        trait.insert(.capital)
        if spelling.utf8.dropFirst().contains(where: { $0 &- 0x41 < 26 }) { trait.insert(.innerCapital) }
      }
      letters += (isCapital ? spelling : word).utf8
      starts.append(Int32(letters.count))
      traits.append(trait)
      var (stemmed, single) = (isPluralShortForm ? singular : word, singular)
      stems.append(stemmed.withUTF8 { stemNumbers.number(LetterKey(stemmer.stem($0)).value) })
      singulars.append(single.withUTF8 { singularNumbers.number(LetterKey($0).value) })
    }
    self.traits = traits
    self.singulars = singulars
    self.stems = stems
    self.letters = letters
    self.starts = starts
    stemCount = stemNumbers.count
  }

  /// Uses of the word as a content word.
  func uses(_ word: Int32) -> Int { Int(uses[Int(word)]) }

  /// Share of the word's uses that end a phrase, 0...1.
  func headness(_ word: Int32) -> Float { heads[Int(word)] }

  /// Share of the word's uses that look like a verb's, 0...1.
  func verbness(_ word: Int32) -> Float { verbs[Int(word)] }

  /// Share of the word's uses at the end of a phrase that look like an adjective's, 0...1.
  func adjectiveness(_ word: Int32) -> Float { adjectives[Int(word)] }

  func traits(_ word: Int32) -> WordTraits { traits[Int(word)] }

  func isPlural(_ word: Int32) -> Bool { traits[Int(word)].contains(.plural) }

  /// Appends the word as it is written inside sentences: in lower case unless most uses have capitals.
  func write(_ word: Int32, to text: inout [UInt8]) {
    text += letters[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])]
  }

  /// The words written out with their joints.
  func text(_ words: some Sequence<Int32>, _ joints: some Sequence<ContentStream.Joint>) -> String {
    var text: [UInt8] = []
    for (word, joint) in zip(words, joints) {
      if !text.isEmpty { text += joint.text.utf8 }
      write(word, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `GNNs`: a capital or a digit before a small s at the end.
  private static func isPluralShortForm(_ spelling: String) -> Bool {
    let end = spelling.utf8.suffix(3)
    guard end.count == 3, end.last == 0x73 else { return false }
    return end.dropLast().allSatisfy { $0 &- 0x41 < 26 || $0 &- 0x30 < 10 }
  }
}
