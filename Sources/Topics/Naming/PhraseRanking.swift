/// Ranks the phrases of a collection as names for groups of its papers.
struct PhraseRanking {
  let index: PhraseIndex
  private let vectors: Vectors
  private let association: Association
  /// The mean direction of all papers that hold a phrase, worked out when it is first asked for.
  private var directions: [Int: [Float]] = [:]

  /// How many of a group's best phrases are looked at closely.
  private static let shortlist = 80

  init(_ index: PhraseIndex, _ vectors: Vectors) {
    self.index = index
    self.vectors = vectors
    association = Association(total: index.papers)
  }

  /// The best phrases of each group, best first.
  ///
  /// - Parameters:
  ///   - group: group of each paper, -1 for none.
  ///   - middles: one unit row per group.
  mutating func rank(_ group: [Int], middles: Vectors, count: Int) -> [[TopicPhrase]] {
    var sizes = [Int](repeating: 0, count: count)
    for number in group where number >= 0 { sizes[number] += 1 }
    var ranked = Array(repeating: [TopicPhrase](), count: count)
    var held = [Int](repeating: 0, count: count)
    var titled = [Int](repeating: 0, count: count)
    var touched: [Int] = []
    for phrase in index.phrases.indices where index.phrases[phrase].quality > 0 {
      for posting in index.postings(of: phrase) {
        let number = group[posting.paper]
        guard number >= 0 else { continue }
        if held[number] == 0 { touched.append(number) }
        held[number] += 1
        if posting.isInTitle { titled[number] += 1 }
      }
      for number in touched {
        let candidate = candidate(phrase, held: held[number], titled: titled[number], size: sizes[number])
        if let candidate { ranked[number].append(candidate) }
        held[number] = 0
        titled[number] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
    for number in ranked.indices {
      ranked[number] = closest(ranked[number], to: middles, row: number)
    }
    return ranked
  }

  /// The phrase as a name for a group, before its direction is looked at; nil where it cannot be one.
  private func candidate(_ phrase: Int, held: Int, titled: Int, size: Int) -> TopicPhrase? {
    guard held >= min(size, max(2, Int((0.08 * Float(size)).rounded(.up)))) else { return nil }
    let facts = index.phrases[phrase]
    let strength = association.strength(inside: held, size: size, papers: Int(facts.papers))
    guard strength > 0 else { return nil }
    let share = Float(held) / Float(size)
    let purity = Float(held) / Float(facts.papers)
    let title = Float(titled) / Float(size)
    var score = strength * facts.quality * purity.squareRoot()
    if facts.length == 1 { score *= facts.focus.squareRoot() }
    score *= title < 0.125 ? 0.5 + 4 * title : 0.875 + title
    if share < 0.8 && purity < (facts.length == 1 ? 0.30 : 0.15) { score *= 0.5 }
    return TopicPhrase(phrase: phrase, score: score, papers: held, share: share, purity: purity)
  }

  /// The shortlist, weighed by how near each phrase's papers lie to the middle of the group.
  private mutating func closest(_ candidates: [TopicPhrase], to middles: Vectors, row: Int) -> [TopicPhrase] {
    var best = candidates.sorted(by: Self.isBetter)
    best.removeLast(max(0, best.count - Self.shortlist))
    guard middles.dimension > 0 else { return best }
    for at in best.indices {
      let cosine = max(0, Vectors.dot(direction(best[at].phrase)[...], middles[row]))
      best[at].score *= cosine * cosine
    }
    return best.sorted(by: Self.isBetter)
  }

  private mutating func direction(_ phrase: Int) -> [Float] {
    if let known = directions[phrase] { return known }
    let direction = vectors.middle(of: index.postings(of: phrase).map(\.paper))
    directions[phrase] = direction
    return direction
  }

  private static func isBetter(_ a: TopicPhrase, _ b: TopicPhrase) -> Bool {
    (b.score, a.phrase) < (a.score, b.phrase)
  }
}
