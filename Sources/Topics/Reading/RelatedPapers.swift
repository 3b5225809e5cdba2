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
      if chosen.contains(where: { matrix.cosine($0.paper, candidate.paper) >= Self.nearCopy }) { continue }
      let shared = phrases.of(paper, candidate.paper, most: Self.reasons).map(phrases.text)
      chosen.append(Neighbour(paper: candidate.paper, similarity: min(1, candidate.similarity), shared: shared))
    }
    return chosen
  }
}
