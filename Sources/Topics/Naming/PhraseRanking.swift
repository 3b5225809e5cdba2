import Foundation

/// Ranks the phrases of a collection as names for groups of its papers.
struct PhraseRanking {
  /// With the focus that phrases have among the present topics.
  var index: PhraseIndex
  private let vectors: Vectors
  private let association: Association
  private let phrases: PhrasesByPaper
  /// The mean direction of all papers that hold a phrase, worked out when it is first asked for.
  private var directions: [Int: [Float]] = [:]
  /// For each phrase the papers of the present group that hold it, and those that hold it in the title.
  private var held: [Int32]
  private var titled: [Int32]

  /// Phrases below this name nothing.
  private static let leastQuality: Float = 0.15

  /// How many of a group's best phrases are looked at closely.
  private static let shortlist = 80

  init(_ index: PhraseIndex, _ vectors: Vectors) {
    self.index = index
    self.vectors = vectors
    association = Association(total: index.papers)
    phrases = PhrasesByPaper(index) { index.phrases[$0].quality >= Self.leastQuality }
    held = [Int32](repeating: 0, count: index.phrases.count)
    titled = held
  }

  /// The best phrases of a group of papers, best first.
  ///
  /// - Parameter middle: the direction of the group.
  mutating func rank(_ members: [Int], middle: [Float]) -> [TopicPhrase] {
    var touched: [Int] = []
    for member in members {
      for entry in phrases.of(member) {
        if held[entry.phrase] == 0 { touched.append(entry.phrase) }
        held[entry.phrase] += 1
        if entry.isInTitle { titled[entry.phrase] += 1 }
      }
    }
    var ranked: [TopicPhrase] = []
    for phrase in touched {
      let (held, titled) = (Int(held[phrase]), Int(titled[phrase]))
      if let candidate = candidate(phrase, held: held, titled: titled, size: members.count) { ranked.append(candidate) }
      self.held[phrase] = 0
      self.titled[phrase] = 0
    }
    return closest(ranked, to: middle)
  }

  /// The phrase as a name for a group, before its direction is looked at; nil where it cannot be one.
  private func candidate(_ phrase: Int, held: Int, titled: Int, size: Int) -> TopicPhrase? {
    guard held >= min(size, max(size < 12 ? 2 : 3, Int((0.08 * Float(size)).rounded(.up)))) else { return nil }
    let facts = index.phrases[phrase]
    let strength = association.strength(inside: held, size: size, papers: Int(facts.papers))
    guard strength > 0 else { return nil }
    let share = Float(held) / Float(size)
    let purity = Float(held) / Float(facts.papers)
    let title = Float(titled) / Float(size)
    var score = strength * facts.quality * purity.squareRoot()
    if facts.length == 1 { score *= facts.focus.squareRoot() }
    score *= title < 0.125 ? 0.5 + 4 * title : 0.875 + title
    // A name that few of the papers hold names a corner of the group.
    score *= pow(min(1, share / 0.3), 0.5)
    if share < 0.8 && purity < (facts.length == 1 ? 0.30 : 0.15) { score *= 0.5 }
    return TopicPhrase(phrase: phrase, score: score, papers: held, share: share, purity: purity)
  }

  /// The shortlist, weighed by how near each phrase's papers lie to the middle of the group.
  private mutating func closest(_ candidates: [TopicPhrase], to middle: [Float]) -> [TopicPhrase] {
    var best = candidates.sorted(by: Self.isBetter)
    best.removeLast(max(0, best.count - Self.shortlist))
    for at in best.indices {
      let cosine = max(0, Vectors.dot(direction(best[at].phrase)[...], middle[...]))
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
