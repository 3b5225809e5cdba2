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
    var traits = Self.listed[word, default: []]
    if singular != word {
      traits.formUnion(Self.listed[singular, default: []].subtracting(.cut))
      traits.insert(.plural)
    }
    let bytes = Array(word.utf8)
    let length = bytes.count
    let digits = bytes.count { $0 &- 0x30 < 10 }
    if digits > 0 { traits.insert(.digit) }
    if digits == length { traits.insert(.number) }
    if digits == 1, length == 2, bytes[1] == 0x64 { traits.insert(.dimensions) }
    if length < 3, bytes.allSatisfy({ $0 < 0x80 }) { traits.insert(.short) }
    func ends(in endings: [[UInt8]]) -> Bool {
      for ending in endings where ending.count <= length {
        var same = 0
        while same < ending.count, ending[same] == bytes[length - ending.count + same] { same += 1 }
        if same == ending.count { return true }
      }
      return false
    }
    if ends(in: Self.adjectiveEndings), !AcademicWords.nounsLikeAdjectives.contains(singular) {
      traits.insert(.adjectiveEnding)
      if ends(in: Self.firmAdjectiveEndings) { traits.insert(.firmAdjectiveEnding) }
    }
    if ends(in: Self.verbEndings), !AcademicWords.nounsLikeAdjectives.contains(singular) { traits.insert(.verbEnding) }
    if length > 4, ends(in: Self.adverbEndings), !AcademicWords.nounsInLy.contains(word) {
      traits.formUnion([.cut, .adverb])
    }
    if length > 4, ends(in: Self.comparativeEndings) { traits.insert(.comparativeEnding) }
    if length > 4, ends(in: Self.gerundEndings) { traits.insert(.gerund) }
    self = traits
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  private static let adjectiveEndings = AcademicWords.adjectiveEndings.map { Array($0.utf8) }
  private static let firmAdjectiveEndings = AcademicWords.firmAdjectiveEndings.map { Array($0.utf8) }
  private static let verbEndings = ["ed", "ize"].map { Array($0.utf8) }
  private static let adverbEndings = [Array("ly".utf8)]
  private static let gerundEndings = [Array("ing".utf8)]
  private static let comparativeEndings = [Array("er".utf8)]

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
