import Foundation

/// Ranks the phrases of a collection as names for groups of its papers.
struct PhraseRanking: Sendable {
  /// With the focus that phrases have among the present topics.
  var index: PhraseIndex
  private let vectors: Vectors
  private let likeness: PhraseLikeness
  private let association: Association
  private let phrases: PhrasesByPaper

  /// How many papers of a group hold each phrase, and how many hold it in the title; all 0 between two groups.
  typealias Tally = [(held: Int32, titled: Int32)]

  /// Phrases below this name nothing.
  static let leastQuality: Float = 0.15

  /// How many of a group's best phrases are looked at closely.
  private static let shortlist = 80

  init(_ index: PhraseIndex, _ vectors: Vectors, _ likeness: PhraseLikeness) {
    self.index = index
    self.vectors = vectors
    self.likeness = likeness
    association = Association(total: index.papers)
    phrases = PhrasesByPaper(index) { index.phrases[$0].quality >= Self.leastQuality }
  }

  /// For as many groups as one likes, one after the other.
  var tally: Tally { Tally(repeating: (0, 0), count: index.phrases.count) }

  /// The best phrases of a group of papers, best first.
  ///
  /// - Parameter middle: the direction of the group.
  func rank(_ members: [Int], middle: [Float], _ tally: inout Tally) -> [TopicPhrase] {
    var touched: [Int32] = []
    tally.withUnsafeMutableBufferPointer { tally in
      phrases.entries.withUnsafeBufferPointer { entries in
        for member in members {
          for place in phrases.offsets[member]..<phrases.offsets[member + 1] {
            let entry = entries[place]
            if tally[entry.phrase].held == 0 { touched.append(Int32(entry.phrase)) }
            tally[entry.phrase].held += 1
            if entry.isInTitle { tally[entry.phrase].titled += 1 }
          }
        }
      }
    }
    let least = min(members.count, max(members.count < 12 ? 2 : 3, Int((0.08 * Float(members.count)).rounded(.up))))
    var ranked: [TopicPhrase] = []
    for phrase in touched {
      let (held, titled) = tally[Int(phrase)]
      tally[Int(phrase)] = (0, 0)
      guard held >= least else { continue }
      let candidate = candidate(Int(phrase), held: Int(held), titled: Int(titled), size: members.count)
      if let candidate { ranked.append(candidate) }
    }
    return closest(ranked, to: middle)
  }

  /// The phrase as a name for a group, before its direction is looked at; nil where it cannot be one.
  private func candidate(_ phrase: Int, held: Int, titled: Int, size: Int) -> TopicPhrase? {
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
  private func closest(_ candidates: [TopicPhrase], to middle: [Float]) -> [TopicPhrase] {
    let order = candidates.indices.map { Place(candidates[$0], at: $0) }.sorted()
    var best = order.prefix(Self.shortlist).map { candidates[$0.at] }
    for at in best.indices {
      let cosine = max(0, Vectors.dot(direction(best[at].phrase), middle[...]))
      best[at].score *= cosine * cosine
    }
    return best.sorted(by: Self.isBetter)
  }

  /// The mean direction of the papers that hold a phrase.
  private func direction(_ phrase: Int) -> ArraySlice<Float> {
    likeness.direction(of: phrase) ?? vectors.middle(of: index.postings(of: phrase).map(\.paper))[...]
  }

  /// A candidate by its rank: the better the less.
  private struct Place: Comparable {
    /// The complement of the score, which is not below 0, then the phrase.
    private let key: UInt64
    let at: Int

    init(_ candidate: TopicPhrase, at: Int) {
      key = UInt64(~candidate.score.bitPattern) << 32 | UInt64(candidate.phrase)
      self.at = at
    }

    static func < (a: Place, b: Place) -> Bool { a.key < b.key }
  }

  private static func isBetter(_ a: TopicPhrase, _ b: TopicPhrase) -> Bool {
    (b.score, a.phrase) < (a.score, b.phrase)
  }
}
