/// Chooses the related papers to show and the words that tell why.
struct RelatedPapers {
  let nearest: Nearest
  let matrix: TermMatrix
  let phrases: SharedPhrases

  private static let most = 8
  private static let reasons = 3
  /// Papers whose words agree this far are near-copies.
  private static let nearCopy: Float = 0.85

  /// The nearest papers with what they share, near-copies of one already chosen left out.
  func of(_ paper: Int) -> [Neighbour] {
    var chosen: [Neighbour] = []
    for candidate in nearest.of(paper) where chosen.count < Self.most {
      if chosen.contains(where: { areCopies($0, candidate) }) { continue }
      let shared = phrases.of(paper, candidate.paper, most: Self.reasons).map(phrases.text)
      chosen.append(Neighbour(paper: candidate.paper, similarity: min(1, candidate.similarity), shared: shared))
    }
    return chosen
  }

  /// Near-copies are about equally near to the paper, which spares most comparisons.
  private func areCopies(_ one: Neighbour, _ other: (paper: Int, similarity: Float)) -> Bool {
    one.similarity - other.similarity < 0.03 && matrix.cosine(one.paper, other.paper) >= Self.nearCopy
  }
}
