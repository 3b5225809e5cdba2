/// What is known of a word by its letters alone.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt32

  /// Digits only.
  static let number = WordTraits(rawValue: 1 << 0)
  /// Holds a digit.
  static let digit = WordTraits(rawValue: 1 << 1)
  /// 2D, 3D, 4D.
  static let dimensions = WordTraits(rawValue: 1 << 2)
  static let stop = WordTraits(rawValue: 1 << 3)
  static let boilerplate = WordTraits(rawValue: 1 << 4)
  static let genericHead = WordTraits(rawValue: 1 << 5)
  static let vagueFirst = WordTraits(rawValue: 1 << 6)
  /// Ends a run of words in a paper's own phrases: an academic verb, an adjective of praise or an -ly adverb.
  static let cut = WordTraits(rawValue: 1 << 7)
  static let adjectiveEnding = WordTraits(rawValue: 1 << 8)
  static let firmAdjectiveEnding = WordTraits(rawValue: 1 << 9)
  /// Ends in -ed or -ize.
  static let verbEnding = WordTraits(rawValue: 1 << 10)
  /// Ends in -er.
  static let comparativeEnding = WordTraits(rawValue: 1 << 11)
  /// Fewer than three letters.
  static let short = WordTraits(rawValue: 1 << 12)
  /// Usually written with a capital after its first letter.
  static let innerCapital = WordTraits(rawValue: 1 << 13)
  /// Usually written with a capital.
  static let capital = WordTraits(rawValue: 1 << 14)
  /// Differs from its singular.
  static let plural = WordTraits(rawValue: 1 << 15)
  /// Ends in -ly.
  static let adverb = WordTraits(rawValue: 1 << 16)
  /// Ends in -ing.
  static let gerund = WordTraits(rawValue: 1 << 17)

  /// Traits of the lower-case `word`, whose singular is `singular`.
  init(_ word: String, singular: String) {
    let listed = Self.listed
    var traits = listed[word, default: []]
    if singular != word {
      traits.formUnion(listed[singular, default: []].subtracting(.cut))
      traits.insert(.plural)
    }
    let bytes = word.utf8
    let length = bytes.count
    let digits = bytes.count { $0 &- 0x30 < 10 }
    if digits > 0 { traits.insert(.digit) }
    if digits == length { traits.insert(.number) }
    if digits == 1, length == 2, bytes.last == 0x64 { traits.insert(.dimensions) }
    if length < 3, bytes.allSatisfy({ $0 < 0x80 }) { traits.insert(.short) }
    let ending = WordEnding(of: word)
    let endings = Self.endings
    let (isAdjective, isVerb) = (ending.isOne(of: endings.adjectives), ending.isOne(of: endings.verbs))
    if isAdjective || isVerb, !AcademicWords.nounsLikeAdjectives.contains(singular) {
      if isAdjective { traits.insert(.adjectiveEnding) }
      if ending.isOne(of: endings.firmAdjectives) { traits.insert(.firmAdjectiveEnding) }
      if isVerb { traits.insert(.verbEnding) }
    }
    if length > 4, ending.isOne(of: endings.adverbs), !AcademicWords.nounsInLy.contains(word) {
      traits.formUnion([.cut, .adverb])
    }
    if length > 4, ending.isOne(of: endings.comparatives) { traits.insert(.comparativeEnding) }
    if length > 4, ending.isOne(of: endings.gerunds) { traits.insert(.gerund) }
    self = traits
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  private static let endings = Endings()

  private struct Endings {
    let adjectives = AcademicWords.adjectiveEndings.map(WordEnding.Pattern.init)
    let firmAdjectives = AcademicWords.firmAdjectiveEndings.map(WordEnding.Pattern.init)
    let verbs = ["ed", "ize"].map(WordEnding.Pattern.init)
    let adverbs = [WordEnding.Pattern("ly")]
    let gerunds = [WordEnding.Pattern("ing")]
    let comparatives = [WordEnding.Pattern("er")]
  }

  private static let listed: [String: WordTraits] = {
    var listed: [String: WordTraits] = [:]
    func add(_ words: Set<String>, _ trait: WordTraits) {
      for word in words { listed[word, default: []].insert(trait) }
    }
    add(AcademicWords.boilerplate, .boilerplate)
    add(AcademicWords.genericHeads, .genericHead)
    add(AcademicWords.vagueFirst, .vagueFirst)
    add(AcademicWords.loose.union(AcademicWords.verbs), .cut)
    return listed
  }()
}
