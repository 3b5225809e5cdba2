/// How good a name a phrase is whatever it names: a noun phrase that stands alone, in the form in which it is used.
///
/// A product of factors, each 1 for a phrase without the fault; every word's part of speech is inferred from
/// the collection (`Lexicon.headness`, `Lexicon.verbness`).
struct PhraseQuality {
  private let index: PhraseIndex
  private let lexicon: Lexicon

  init(_ index: PhraseIndex) {
    self.index = index
    lexicon = index.lexicon
  }

  /// The quality of phrase `number`: 0 for none at all, about 1 for a good one.
  func value(of number: Int) -> Float {
    let phrase = index.phrases[number]
    let words = index.words(of: number)
    let traits = words.map { lexicon.traits[Int($0)] }
    guard let first = words.first, let last = words.last, !phrase.isShortForm,
      !isHopeless(traits, index.joints(of: number))
    else { return 0 }
    let closed = closedFactor(phrase, traits[0])
    guard closed > 0 else { return 0 }
    var quality = closed * length(words.count) * titleFactor(phrase) * leftFactor(phrase)
    quality *= adjectiveFactor(last, traits[words.count - 1], isAlone: words.count == 1)
    quality *= verbFactor(first, last, isAlone: words.count == 1)
    if words.count == 1 { quality *= aloneFactor(phrase) }
    quality *= headFactor(traits, index.joints(of: number))
    if traits.contains(where: { $0.contains(.digit) && !$0.contains(.dimensions) }) { quality *= 0.4 }
    let form = Float(phrase.formUses) / Float(max(1, phrase.uses))
    if form < 0.3 { quality *= form < 0.1 ? 0.1 : 0.4 }
    return quality
  }
}

extension PhraseQuality {
  private func isHopeless(_ traits: [WordTraits], _ joints: ArraySlice<ContentStream.Joint>) -> Bool {
    if traits.allSatisfy({ !$0.isDisjoint(with: [.boilerplate, .stop, .number]) }) { return true }
    if traits.count == 1 {
      return traits[0].contains(.digit) && !traits[0].contains(.dimensions)
        || !traits[0].isDisjoint(with: [.short, .adverb])
    }
    if traits[traits.count - 1].contains(.number) && joints.last != .hyphen { return true }
    if !traits[traits.count - 1].isDisjoint(with: [.stop, .adverb]) { return true }
    // "task B", but "vitamin D"
    if traits[traits.count - 1].contains(.short), traits[traits.count - 2].contains(.boilerplate) { return true }
    // "widely applied", "significantly enhancing"
    if traits.count == 2, traits[0].contains(.adverb), !traits[1].isDisjoint(with: [.verbEnding, .gerund]) {
      return true
    }
    guard traits[0].contains(.stop) else { return false }
    // "out-of-distribution" and "in-context" wait for a noun; "over-smoothing" is one.
    let isJoined = joints.dropFirst().allSatisfy { $0 == .hyphen }
    return joints.dropFirst().first != .hyphen || isJoined && !traits[traits.count - 1].contains(.gerund)
  }

  /// How often the form ends where a phrase ends: parts of longer phrases do so seldom.
  private func closedFactor(_ phrase: Phrase, _ first: WordTraits) -> Float {
    let share = (Float(phrase.formClosed) + 0.5) / (Float(phrase.formUses) + 1)
    if phrase.length == 1 {
      return share < (first.contains(.innerCapital) ? 0.13 : 0.20) ? 0 : min(1, share / 0.5).squareRoot()
    }
    return share < 0.25 ? 0 : min(1, share / 0.6)
  }

  private func length(_ words: Int) -> Float { [0.6, 1, 1.05, 0.9][words - 1] }

  /// Phrases that authors put in titles name subjects.
  private func titleFactor(_ phrase: Phrase) -> Float {
    ((Float(phrase.titlePapers) + 0.3) / (Float(phrase.papers) + 3) / 0.15).squareRoot()
  }

  /// A phrase that nearly always follows the same word, or a hyphen, has lost what stood there.
  private func leftFactor(_ phrase: Phrase) -> Float {
    if phrase.cutUses * 2 > phrase.uses { return phrase.cutUses * 5 > phrase.uses * 4 ? 0.03 : 0.15 }
    return phrase.leftShare >= 0.5 ? 0.15 : phrase.leftShare >= 0.35 ? 0.6 : 1
  }

  /// A word that is nearly always somebody else's head ("recognition", "synthesis of …") says little alone.
  private func aloneFactor(_ phrase: Phrase) -> Float {
    let share = (Float(phrase.aloneUses) + 1) / (Float(phrase.aloneUses + phrase.headUses) + 2)
    return 0.4 + 0.6 * min(1, share / 0.3)
  }

  private func adjectiveFactor(_ last: Int32, _ traits: WordTraits, isAlone: Bool) -> Float {
    let headness = lexicon.headness(last)
    if headness < 0.13 { return 0.3 }
    if lexicon.adjectiveness(last) > 0.12 { return isAlone ? 0.1 : 0.3 }
    guard traits.contains(.adjectiveEnding) else { return 1 }
    return headness < 0.6 || traits.contains(.firmAdjectiveEnding) ? 0.3 : 1
  }

  private func verbFactor(_ first: Int32, _ last: Int32, isAlone: Bool) -> Float {
    var factor: Float = 1
    if lexicon.verbness(first) > 0.25 { factor *= 0.2 }
    let verbness = lexicon.verbness(last)
    if verbness > 0.25 { factor *= verbness > 0.5 ? 0.1 : 0.3 }
    if isAlone, lexicon.traits[Int(last)].contains(.gerund) { factor *= min(1, lexicon.headness(last) / 0.5) }
    if isAlone, lexicon.traits[Int(last)].contains(.comparativeEnding), lexicon.headness(last) < 0.5 { factor *= 0.2 }
    return factor
  }

  private func headFactor(_ traits: [WordTraits], _ joints: ArraySlice<ContentStream.Joint>) -> Float {
    var factor: Float = traits[traits.count - 1].contains(.genericHead) ? 0.2 : 1
    // Of "orders of magnitude" the head comes first.
    if joints.dropFirst().first == .of, traits[0].contains(.boilerplate) { factor *= 0.2 }
    if traits.count > 1, traits[0].contains(.vagueFirst), joints.dropFirst().first != .hyphen { factor *= 0.3 }
    return factor
  }
}
