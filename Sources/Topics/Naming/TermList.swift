/// The phrases that tell a group of papers from the others: each idea once, in its most telling length.
struct TermList {
  /// Best first.
  private(set) var terms: [TopicPhrase] = []

  /// How many terms are kept.
  static let longest = 12

  private let index: PhraseIndex

  /// - Parameter ranked: best first.
  init(_ ranked: [TopicPhrase], _ index: PhraseIndex) {
    self.index = index
    for entry in ranked where terms.count < Self.longest {
      guard !terms.contains(where: { areNested($0, entry) }) else { continue }
      let completed = completion(of: entry, in: ranked)
      if !terms.contains(where: { areNested($0, completed) }) { terms.append(completed) }
    }
  }

  /// The longer phrase that `short` is usually meant as, or itself: "segmentation" -> "semantic segmentation".
  private func completion(of short: TopicPhrase, in ranked: [TopicPhrase]) -> TopicPhrase {
    var best = short
    while true {
      let length = index.phrases[best.phrase].length
      let longer = ranked.first {
        index.phrases[$0.phrase].length > length && index.holds($0.phrase, part: best.phrase) && completes($0, best)
      }
      guard var longer else { return best }
      longer.score = best.score
      best = longer
    }
  }

  private func completes(_ long: TopicPhrase, _ short: TopicPhrase) -> Bool {
    guard index.phrases[long.phrase].quality >= 0.5 * index.phrases[short.phrase].quality,
      long.score >= 0.15 * short.score
    else { return false }
    if Float(long.papers) >= 0.4 * Float(short.papers) { return true }
    return Float(long.papers) >= 0.25 * Float(short.papers) && short.share < 0.65 && long.purity >= 2.5 * short.purity
  }

  private func areNested(_ a: TopicPhrase, _ b: TopicPhrase) -> Bool {
    index.holds(a.phrase, part: b.phrase) || index.holds(b.phrase, part: a.phrase)
  }
}
