/// Phrases that are one idea in other words: `pre-training` and `pretraining`, `dialogue models` and
/// `dialogue systems`, `MT systems` and `machine translation`, `convolutional networks` and
/// `convolutional neural networks`.
///
/// Stems and plurals are one phrase from the start; short forms count for their long forms in the index.
struct PhraseFolding {
  private var target: [Int]

  /// A phrase gives way to a commoner one, and that again; no chain is longer.
  private static let longestChain = 6
  /// Last words that tell only what kind of thing the words before them are.
  private static let kinds: Set = [
    "model", "models", "network", "networks", "architecture", "architectures", "system", "systems",
  ]

  init(_ index: PhraseIndex) {
    target = Array(index.phrases.indices)
    let candidates = target.filter { index.phrases[$0].quality > 0 }
    foldSpellings(candidates, index)
    foldKinds(candidates, index)
    foldElisions(candidates, index)
    for phrase in target.indices {
      for _ in 0..<Self.longestChain { target[phrase] = target[target[phrase]] }
    }
  }

  /// The phrase that stands for `phrase`.
  subscript(phrase: Int) -> Int { target[phrase] }
}

extension PhraseFolding {
  /// With a hyphen, a blank or neither.
  private mutating func foldSpellings(_ candidates: [Int], _ index: PhraseIndex) {
    var groups = Groups()
    for phrase in candidates {
      let words = index.words(of: phrase)
      var key = LetterKey()
      for word in words.dropLast() { key.add(index.lexicon.words[Int(word)].utf8) }
      if let last = words.last { key.add(Inflection.singular(index.lexicon.words[Int(last)]).utf8) }
      groups.add(phrase, key.value)
    }
    fold(groups, index)
  }

  /// The same words before a word for the kind of thing, with or without "-based"; or those words alone where they
  /// are a phrase of two words, a name or a short form.
  private mutating func foldKinds(_ candidates: [Int], _ index: PhraseIndex) {
    let based = index.lexicon.words.firstIndex(of: "based").map(Int32.init)
    let kinds = index.lexicon.words.map(Self.kinds.contains)
    let longForms = index.longForms
    var groups = Groups()
    for phrase in candidates where index.phrases[phrase].length > 1 {
      var words = index.words(of: phrase)
      let joints = index.joints(of: phrase)
      guard let last = words.popLast(), kinds[Int(last)], !joints.contains(.of) else { continue }
      if words.count > 1, words.last == based { words.removeLast() }
      if let alone = index.find(words, joints), let subject = longForms[alone] ?? named(alone, index),
        index.phrases[subject].papers >= index.phrases[phrase].papers
      {
        target[phrase] = target[subject]
      } else {
        var key = LetterKey()
        for word in words { key.add(index.lexicon.words[Int(word)].utf8) }
        groups.add(phrase, key.value)
      }
    }
    fold(groups, index)
  }

  /// The phrase, if it may stand for a kind of thing by itself.
  private func named(_ phrase: Int, _ index: PhraseIndex) -> Int? {
    let facts = index.phrases[phrase]
    let isName = index.words(of: phrase).allSatisfy { index.lexicon.traits($0).contains(.innerCapital) }
    return (facts.length > 1 || isName) && facts.quality >= SiteKeywords.leastQuality ? phrase : nil
  }

  /// A phrase without one of its inner words is the longer one where that is commoner, and the one such by far.
  private mutating func foldElisions(_ candidates: [Int], _ index: PhraseIndex) {
    var longer: [Int: (first: Int, second: Int32)] = [:]
    for phrase in candidates where index.phrases[phrase].length > 2 {
      let words = Array(index.words(of: phrase))
      let joints = Array(index.joints(of: phrase))
      guard !joints.contains(.of) else { continue }
      for inner in 1..<words.count - 1 {
        var (shorter, between) = (words, joints)
        shorter.remove(at: inner)
        between.remove(at: inner)
        guard let short = index.find(shorter, between) else { continue }
        let papers = index.phrases[phrase].papers
        if let known = longer[short] {
          let most = index.phrases[known.first].papers
          longer[short] = papers > most ? (phrase, most) : (known.first, max(known.second, papers))
        } else {
          longer[short] = (phrase, 0)
        }
      }
    }
    for (short, long) in longer where target[short] == short {
      let papers = index.phrases[long.first].papers
      if papers >= index.phrases[short].papers, papers >= 2 * long.second { target[short] = target[long.first] }
    }
  }

  private mutating func fold(_ groups: Groups, _ index: PhraseIndex) {
    var commonest = [Int](repeating: -1, count: groups.count)
    for (phrase, group) in groups.members {
      let best = commonest[group]
      if best < 0 || index.phrases[phrase].papers > index.phrases[best].papers { commonest[group] = phrase }
    }
    for (phrase, group) in groups.members where commonest[group] != phrase && target[phrase] == phrase {
      target[phrase] = target[commonest[group]]
    }
  }

  /// Phrases under keys.
  private struct Groups {
    private var table = KeyTable()
    private(set) var members: [(phrase: Int, group: Int)] = []

    var count: Int { table.count }

    mutating func add(_ phrase: Int, _ key: UInt64) { members.append((phrase, Int(table.number(key)))) }
  }
}
