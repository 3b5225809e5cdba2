import Parallel

/// Chooses the related papers to show and the words that tell why.
struct RelatedPapers {
  let nearest: Nearest
  let matrix: TermMatrix
  let phrases: SharedPhrases

  private static let most = 8
  private static let reasons = 3
  /// Papers whose words agree this far are near-copies.
  private static let nearCopy: Float = 0.85

  /// A related paper and the phrases that both share.
  struct Relation: Sendable {
    var paper: Int
    var similarity: Float
    var phrases: [Int]
  }

  /// The related papers of each of `count` papers, nearest first.
  func all(_ count: Int, slices: Slices) -> [[Neighbour]] {
    let relations = slices.mapEach(count) { of($0) }
    var texts: [Int: String] = [:]
    for phrase in relations.joined().lazy.flatMap(\.phrases) where texts[phrase] == nil {
      texts[phrase] = phrases.text(of: phrase)
    }
    return relations.map { relations in
      relations.map {
        Neighbour(paper: $0.paper, similarity: $0.similarity, shared: $0.phrases.compactMap { texts[$0] })
      }
    }
  }

  /// The nearest papers with what they share, near-copies of one already chosen left out.
  func of(_ paper: Int) -> [Relation] {
    var chosen: [Relation] = []
    for candidate in nearest.of(paper) where chosen.count < Self.most {
      if chosen.contains(where: { areCopies($0, candidate) }) { continue }
      let shared = phrases.of(paper, candidate.paper, most: Self.reasons)
      chosen.append(Relation(paper: candidate.paper, similarity: min(1, candidate.similarity), phrases: shared))
    }
    return chosen
  }

  /// Near-copies are each other's neighbours, which spares most comparisons.
  private func areCopies(_ one: Relation, _ other: (paper: Int, similarity: Float)) -> Bool {
    let places = one.paper * nearest.width..<(one.paper + 1) * nearest.width
    let isNear = places.lazy.prefix { nearest.similarities[$0] >= Self.nearCopy }
      .contains { nearest.papers[$0] == Int32(truncatingIfNeeded: other.paper) }
    return isNear && (matrix.cosine(one.paper, other.paper, above: Self.nearCopy) ?? 0) >= Self.nearCopy
  }
}
