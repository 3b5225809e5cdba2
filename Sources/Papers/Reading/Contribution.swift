import Text

/// The sentence of an abstract that says what the paper adds.
public enum Contribution {
  /// UTF-8 range of that sentence in `abstract`, nil where no sentence says so.
  public static func range(in abstract: String) -> Range<Int>? {
    range(in: abstract, sentences: Sentences.ranges(in: abstract))
  }

  /// The same where the sentences are known already.
  ///
  /// The strongest claim wins, the first one where two are as strong.
  public static func range(in abstract: String, sentences: [Range<Int>]) -> Range<Int>? {
    var folded = abstract.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    folded.append(0x20)
    var best: (range: Range<Int>, claim: Claim)?
    for sentence in sentences where sentence.count < longest {
      let claim = claim(folded[sentence])
      if claim > best?.claim ?? .none { best = (sentence, claim) }
    }
    return best?.range
  }

  /// A sentence of more bytes is a list that was taken for one.
  private static let longest = 1_200

  /// How plainly a sentence says what is new.
  private enum Claim: Int, Comparable {
    case none, own, result, study, paper, new

    static func < (a: Claim, b: Claim) -> Bool { a.rawValue < b.rawValue }
  }

  private static func claim(_ sentence: ArraySlice<UInt8>) -> Claim {
    var words = sentence.split { !($0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 >= 0x80 || $0 == 0x2D) }[...]
    var claim = Claim.none
    while let word = words.popFirst() {
      if word == Word.we { claim = max(claim, ofWe(words)) }
      if word == Word.our { claim = max(claim, ofOur(words.first)) }
      if word == Word.this || word == Word.the { claim = max(claim, ofThisPaper(words)) }
      if Word.passives.contains(word.packed) { claim = max(claim, .study) }
    }
    return claim
  }

  /// `We [adverbs] propose`: the first verb after the pronoun decides.
  private static func ofWe(_ words: ArraySlice<ArraySlice<UInt8>>) -> Claim {
    for word in words.prefix(4) {
      if Word.newVerbs.contains(word.packed) { return .new }
      if Word.studyVerbs.contains(word.packed) { return .study }
      if Word.resultVerbs.contains(word.packed) { return .result }
      guard Word.adverbs.contains(word.packed) || word.suffix(2).elementsEqual("ly".utf8) else { break }
    }
    return .own
  }

  private static func ofOur(_ word: ArraySlice<UInt8>?) -> Claim {
    word.map { Word.works.contains($0.packed) } == true ? .result : .own
  }

  /// `This paper presents`, `in this work`.
  private static func ofThisPaper(_ words: ArraySlice<ArraySlice<UInt8>>) -> Claim {
    guard let noun = words.first, Word.papers.contains(noun.packed) else { return .none }
    let verbs = words.dropFirst().prefix(2)
    return verbs.contains { Word.newVerbs.contains($0.packed) } ? .new : .paper
  }
}

extension Contribution {
  /// Words by which claims are known.
  private enum Word {
    static let we = Array("we".utf8)[...]
    static let our = Array("our".utf8)[...]
    static let this = Array("this".utf8)[...]
    static let the = Array("the".utf8)[...]

    static let newVerbs = table(
      "propose proposes introduce introduces present presents develop develops devise devises")
    static let studyVerbs = table(
      "design build release create construct formulate describe study investigate explore address show demonstrate "
        + "analyze analyse examine prove derive consider compare argue revisit extend survey review evaluate provide "
        + "offer suggest identify tackle contribute leverage train adapt apply use employ establish open-source collect "
        + "define generalize generalise report conduct focus discuss aim implement combine incorporate characterize "
        + "outline seek adopt attempt take perform utilize exploit learn approach integrate advocate make")
    static let resultVerbs = table("find observe achieve obtain improve outperform see believe can hope discover")
    static let adverbs = table(
      "also here then thus first therefore hence further instead now next and to have will both in this paper work")
    static let works = table(
      "method approach model framework goal main key contribution contributions work results aim system")
    static let papers = table(
      "paper work article study survey review report thesis letter research chapter tutorial note manuscript "
        + "dissertation present proposed contribution")
    static let passives = table("proposed introduced presented")

    private static func table(_ words: String) -> Set<UInt64> {
      Set(words.utf8.split(separator: 0x20).map { Array($0)[...].packed })
    }
  }
}

extension ArraySlice<UInt8> {
  /// The word as one number; words of more than eight letters keep their last ones.
  fileprivate var packed: UInt64 { reduce(0) { $0 &<< 8 | UInt64($1) } }
}
