/// Chooses the related papers to show and the words that tell why.
struct RelatedPapers {
  let nearest: Nearest
  let matrix: TermMatrix
  let corpus: Corpus

  private static let most = 8
  private static let reasons = 3
  /// Papers whose words agree this far are near-copies.
  private static let nearCopy: Float = 0.85

  /// The nearest papers with shared words, near-copies of one already chosen left out.
  func of(_ paper: Int) -> [Neighbour] {
    var chosen: [Neighbour] = []
    for candidate in nearest.of(paper) where chosen.count < Self.most {
      if chosen.contains(where: { matrix.cosine($0.paper, candidate.paper) >= Self.nearCopy }) { continue }
      let shared = sharedWords(paper, candidate.paper)
      chosen.append(
        Neighbour(paper: candidate.paper, similarity: min(1, candidate.similarity), shared: shared))
    }
    return chosen
  }

  /// Words that weigh most in both, no two of one stem.
  private func sharedWords(_ a: Int, _ b: Int) -> [String] {
    var shared: [(word: String, product: Float)] = []
    matrix.forEachShared(a, b) { column, product in
      shared.append((corpus.words[Int(matrix.words[column])], product))
    }
    shared.sort { ($1.product, $0.word) < ($0.product, $1.word) }
    var words: [String] = []
    for candidate in shared where words.count < Self.reasons {
      if words.allSatisfy({ !Self.areKin($0, candidate.word) }) { words.append(candidate.word) }
    }
    return words
  }

  /// True where two words agree in their first five letters or one begins with the other.
  private static func areKin(_ a: String, _ b: String) -> Bool {
    let length = min(5, min(a.utf8.count, b.utf8.count))
    return a.utf8.prefix(length).elementsEqual(b.utf8.prefix(length))
  }
}
