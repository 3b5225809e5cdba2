import Parallel

/// Chooses the related papers to show and the words that tell why.
struct RelatedPapers {
  let nearest: Nearest
  let matrix: TermMatrix
  let phrases: SharedPhrases

  private static let most = 8
  /// Papers whose words agree this far are near-copies.
  private static let nearCopy: Float = 0.85

  /// The related papers of each of `count` papers, nearest first, and the texts of the phrases that they share.
  func all(_ count: Int, slices: Slices) -> (neighbours: [[Neighbour]], texts: [String]) {
    var neighbours = slices.mapEach(count) { of($0) }
    var texts: [String] = []
    var numbers: [Int: Int] = [:]
    for paper in neighbours.indices {
      for place in neighbours[paper].indices {
        neighbours[paper][place].shared = neighbours[paper][place].shared.mapped { phrase in
          if let known = numbers[phrase] { return known }
          numbers[phrase] = texts.count
          texts.append(phrases.text(of: phrase))
          return texts.count - 1
        }
      }
    }
    return (neighbours, texts)
  }

  /// The nearest papers with the numbers of the phrases that they share, near-copies of one already chosen left out.
  private func of(_ paper: Int) -> [Neighbour] {
    var chosen: [Neighbour] = []
    for candidate in nearest.of(paper) where chosen.count < Self.most {
      if chosen.contains(where: { areCopies($0, candidate) }) { continue }
      chosen.append(
        Neighbour(
          paper: candidate.paper, similarity: min(1, candidate.similarity),
          shared: phrases.of(paper, candidate.paper, most: SharedNumbers.most)))
    }
    return chosen
  }

  /// Near-copies are each other's neighbours, which spares most comparisons.
  private func areCopies(_ one: Neighbour, _ other: (paper: Int, similarity: Float)) -> Bool {
    let places = one.paper * nearest.width..<(one.paper + 1) * nearest.width
    let isNear = places.lazy.prefix { nearest.similarities[$0] >= Self.nearCopy }
      .contains { nearest.papers[$0] == Int32(truncatingIfNeeded: other.paper) }
    return isNear && (matrix.cosine(one.paper, other.paper, above: Self.nearCopy) ?? 0) >= Self.nearCopy
  }
}
