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

  /// A related paper and the phrases that both share, -1 where there are fewer than the place has; in few bytes, for
  /// there are many of them at once.
  struct Relation: Sendable {
    var paper: Int32
    var similarity: Float
    var shared: SIMD4<Int32>

    var phrases: [Int] { (0..<RelatedPapers.reasons).map { Int(shared[$0]) }.filter { $0 >= 0 } }
  }

  /// The related papers of each of `count` papers, nearest first.
  func all(_ count: Int, slices: Slices) -> [[Neighbour]] {
    let relations = slices.mapEach(count) { of($0) }
    var texts: [Int: String] = [:]
    for relations in relations {
      for relation in relations {
        for phrase in relation.phrases where texts[phrase] == nil { texts[phrase] = phrases.text(of: phrase) }
      }
    }
    return relations.map { relations in
      relations.map {
        Neighbour(paper: Int($0.paper), similarity: $0.similarity, shared: $0.phrases.compactMap { texts[$0] })
      }
    }
  }

  /// The nearest papers with what they share, near-copies of one already chosen left out.
  func of(_ paper: Int) -> [Relation] {
    var chosen: [Relation] = []
    for candidate in nearest.of(paper) where chosen.count < Self.most {
      if chosen.contains(where: { areCopies($0, candidate) }) { continue }
      var shared = SIMD4<Int32>(repeating: -1)
      for (place, phrase) in phrases.of(paper, candidate.paper, most: Self.reasons).enumerated() {
        shared[place] = Int32(phrase)
      }
      chosen.append(
        Relation(paper: Int32(candidate.paper), similarity: min(1, candidate.similarity), shared: shared))
    }
    return chosen
  }

  /// Near-copies are each other's neighbours, which spares most comparisons.
  private func areCopies(_ one: Relation, _ other: (paper: Int, similarity: Float)) -> Bool {
    let places = Int(one.paper) * nearest.width..<(Int(one.paper) + 1) * nearest.width
    let isNear = places.lazy.prefix { nearest.similarities[$0] >= Self.nearCopy }
      .contains { nearest.papers[$0] == Int32(truncatingIfNeeded: other.paper) }
    return isNear && (matrix.cosine(Int(one.paper), other.paper, above: Self.nearCopy) ?? 0) >= Self.nearCopy
  }
}
