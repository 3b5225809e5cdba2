/// Makes a name of one or two of a group's terms, so that they cover most of its papers between them.
struct NameComposer {
  let index: PhraseIndex
  /// Group of each paper, -1 for none.
  let group: [Int]

  /// The parts of the name of group `number`, in the order in which they are written.
  ///
  /// - Parameter mustPair: true where another group has the best term as its name already.
  func parts(_ terms: [TopicPhrase], of number: Int, mustPair: Bool = false) -> [TopicPhrase] {
    guard let first = terms.first else { return [] }
    let isLone = index.phrases[first.phrase].length == 1
    if first.share >= 0.6 && !isLone && first.purity >= 0.30 && !mustPair { return [first] }
    guard let second = second(after: first, terms, number, isRelaxed: isLone || first.purity < 0.30 || mustPair)
    else { return [first] }
    let secondIsLonger = index.phrases[second.phrase].length > 1
    return isLone && secondIsLonger && first.share < 0.8 ? [second, first] : [first, second]
  }

  /// A third term for a leftover drawer: one that adds papers and shares no word with the others.
  func third(after parts: [TopicPhrase], _ terms: [TopicPhrase]) -> TopicPhrase? {
    let stems = Set(parts.flatMap { index.stems(of: $0.phrase) })
    return terms.first { entry in
      !parts.contains(entry) && entry.share >= 0.1 && stems.isDisjoint(with: index.stems(of: entry.phrase))
    }
  }

  private func second(
    after first: TopicPhrase, _ terms: [TopicPhrase], _ number: Int, isRelaxed: Bool
  ) -> TopicPhrase? {
    let covered = members(of: first, number)
    let size = Float(first.papers) / max(first.share, .leastNormalMagnitude)
    let leastScore: Float = first.share < 0.35 ? 0.12 : isRelaxed ? 0.15 : 0.45
    let leastGain: Float = isRelaxed || first.share < 0.35 ? 0.08 : 0.12
    var best: (entry: TopicPhrase, value: Float)?
    for entry in terms.dropFirst().prefix(8) {
      let facts = index.phrases[entry.phrase]
      guard entry.purity >= 0.25, facts.quality >= (facts.length == 1 ? 0.45 : 0.25),
        facts.length > 1 || facts.focus >= 0.7 || entry.share >= 0.5,
        entry.score >= leastScore * first.score, goTogether(first, entry)
      else { continue }
      let gained = members(of: entry, number).subtracting(covered)
      let gain = Float(gained.count) / size
      let weight = isRelaxed ? max(gain, entry.share / 2) : gain
      guard weight >= leastGain else { continue }
      if !isRelaxed && Float(entry.papers - gained.count) > 0.75 * Float(entry.papers) { continue }
      let length: Float = facts.length > 1 ? 1.5 : 1
      let value = (weight + 0.1).squareRoot() * entry.score * length
      if value > best?.value ?? 0 { best = (entry, value) }
    }
    return best?.entry
  }

  private func members(of entry: TopicPhrase, _ number: Int) -> Set<Int> {
    Set(index.postings(of: entry.phrase).lazy.map(\.paper).filter { group[$0] == number })
  }

  /// True where the two say different things and read well side by side.
  private func goTogether(_ first: TopicPhrase, _ second: TopicPhrase) -> Bool {
    let a = index.stems(of: first.phrase)
    let b = index.stems(of: second.phrase)
    if a.last == b.last && b.count <= a.count || a.first == b.first { return false }
    if (a.count == 1 || b.count == 1) && !Set(a).isDisjoint(with: b) { return false }
    if isAbbreviation(first.phrase, of: second.phrase) || isAbbreviation(second.phrase, of: first.phrase) {
      return false
    }
    return !lastWord(first).prefix(4).elementsEqual(lastWord(second).prefix(4)) || a.last == b.last
  }

  /// True where the first word of one stands for the other: "HIV-1" for "human immunodeficiency virus", "miRNAs" for
  /// "microRNAs".
  func isAbbreviation(_ short: Int, of long: Int) -> Bool {
    let words = index.words(of: short)
    guard let first = words.first, index.lexicon.traits(first).contains(.innerCapital) else { return false }
    let letters = singular(first)
    let full = index.words(of: long).map(singular)
    if full.count == letters.count { return zip(full, letters).allSatisfy { $0.first == $1 } }
    guard full.count == 1, let name = full.first, name.first == letters.first, name.last == letters.last,
      letters.count < name.count
    else { return false }
    var rest = name[...]
    return letters.allSatisfy { letter in
      guard let at = rest.firstIndex(of: letter) else { return false }
      rest = rest[(at + 1)...]
      return true
    }
  }

  /// The folded letters of a word without a plural's s.
  private func singular(_ word: Int32) -> [UInt8] {
    let letters = Array(index.lexicon.words[Int(word)].utf8)
    return index.lexicon.isPlural(word) && letters.last == 0x73 ? letters.dropLast() : letters
  }

  private func lastWord(_ entry: TopicPhrase) -> [UInt8] {
    index.words(of: entry.phrase).last.map { Array(index.lexicon.words[Int($0)].utf8) } ?? []
  }
}
