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
    if sentences.isEmpty { return nil }
    var copy = abstract
    let folded = copy.withUTF8 { text in
      [UInt8](unsafeUninitializedCapacity: text.count) { folded, count in
        for at in 0..<text.count { folded[at] = text[at].asciiLowercased }
        count = text.count
      }
    }
    var best: (range: Range<Int>, claim: Claim)?
    let signs = Word.signs
    for sentence in sentences where sentence.count < longest {
      let claim = claim(folded[sentence], signs)
      if claim > best?.claim ?? .own { best = (sentence, claim) }
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

  private static func claim(_ sentence: ArraySlice<UInt8>, _ signs: Word.Signs) -> Claim {
    if sentence.last == 0x3F { return .none }
    let words = sentence.wordHashes
    var claim = Claim.none
    for (place, word) in words.enumerated() where signs.hold(word) {
      let rest = words[(place + 1)...]
      if word == signs.we {
        claim = max(claim, ofWe(rest))
      } else if word == signs.our {
        if place == 0 { claim = max(claim, ofOur(rest.first)) }
      } else if word == signs.this || word == signs.the {
        claim = max(claim, ofThisPaper(rest))
      } else if let next = rest.first, Word.passives.contains(next) {
        claim = max(claim, .study)
      }
    }
    return claim
  }

  /// `We [adverbs] propose`: the first verb after the pronoun decides.
  private static func ofWe(_ words: ArraySlice<UInt64>) -> Claim {
    for word in words.prefix(4) {
      if Word.newVerbs.contains(word) { return .new }
      if Word.studyVerbs.contains(word) { return .study }
      if Word.resultVerbs.contains(word) { return .result }
      guard Word.adverbs.contains(word) else { break }
    }
    return .own
  }

  private static func ofOur(_ word: UInt64?) -> Claim { word.map(Word.works.contains) == true ? .result : .own }

  /// `This paper presents`, `in this work`.
  private static func ofThisPaper(_ words: ArraySlice<UInt64>) -> Claim {
    guard let noun = words.first, Word.papers.contains(noun) else { return .none }
    return words.dropFirst().prefix(2).contains(where: Word.newVerbs.contains) ? .new : .paper
  }
}

extension Contribution {
  /// Words by which claims are known, as fingerprints.
  private enum Word {
    /// Words behind which a claim may follow, together, since every word of every abstract is held against them.
    struct Signs {
      let we = hash("we")
      let our = hash("our")
      let this = hash("this")
      let the = hash("the")
      private let beings = (hash("is"), hash("are"), hash("was"), hash("were"), hash("be"))

      func hold(_ word: UInt64) -> Bool {
        word == we || word == our || word == this || word == the || word == beings.0 || word == beings.1
          || word == beings.2 || word == beings.3 || word == beings.4
      }

      private static func hash(_ word: String) -> UInt64 { Array(word.utf8)[...].hash }
    }
    static let signs = Signs()

    static let newVerbs = Set<UInt64>(
      words:
        """
        propose proposes proposed introduce introduces introduced present presents presented develop develops developed \
        devise devises devised
        """)
    static let studyVerbs = Set<UInt64>(
      words:
        """
        design designed build built release create created construct constructed formulate describe describes study \
        studied investigate investigated explore explored address show showed demonstrate demonstrated analyze analyzed \
        analyse analysed examine examined prove derive consider compare compared argue revisit extend survey review \
        evaluate evaluated provide offer suggest identify identified tackle contribute leverage open-source collect \
        define generalize generalise report conduct conducted focus \
        discuss aim implement combine incorporate characterize outline seek adopt attempt integrate advocate measure reframe instead quantify re-evaluate
        """)
    static let resultVerbs = Set<UInt64>(
      words:
        "use used apply applied employ train trained adapt learn perform utilize exploit take establish make find found observe achieve obtain improve outperform discover discovered show"
    )
    static let adverbs = Set<UInt64>(
      words:
        """
        also here then thus first therefore hence further instead now next and to have will both in this paper work \
        additionally theoretically empirically systematically carefully directly finally thoroughly simply explicitly \
        specifically jointly formally rigorously briefly critically recently newly mainly firstly experimentally
        """)
    static let works = Set<UInt64>(
      words:
        "method approach model framework goal main key contribution contributions work results aim system")
    static let papers = Set<UInt64>(
      words:
        """
        paper work article study survey review report thesis letter research chapter tutorial note manuscript \
        dissertation present proposed contribution
        """)
    static let passives = Set<UInt64>(words: "proposed introduced presented")
  }
}
