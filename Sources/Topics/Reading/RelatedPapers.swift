import Parallel

/// Chooses the related papers to show and the words that tell why.
struct RelatedPapers: Sendable {
  let nearest: Nearest
  let matrix: TermMatrix
  let phrases: SharedPhrases

  private static let most = 8
  /// Papers whose words agree this far are near-copies.
  private static let nearCopy: Float = 0.85

  /// The related papers of each of `count` papers, nearest first, and the texts of the phrases that they share.
  func all(_ count: Int, slices: Slices) -> (neighbours: [[Neighbour]], texts: [String]) {
    var neighbours = slices.map(count, sliceSize: max(512, count / 16)) { papers in
      var comparison = SharedPhrases.Comparison(phrases)
      return papers.map { of($0, &comparison) }
    }.flatMap { $0 }
    var texts: [String] = []
    var numbers = [Int32](repeating: -1, count: phrases.count)
    for paper in neighbours.indices {
      for place in neighbours[paper].indices {
        neighbours[paper][place].shared = neighbours[paper][place].shared.mapped { phrase in
          if numbers[phrase] < 0 {
            numbers[phrase] = Int32(texts.count)
            texts.append(phrases.text(of: phrase))
          }
          return Int(numbers[phrase])
        }
      }
    }
    return (neighbours, texts)
  }

  /// The nearest papers with the numbers of the phrases that they share, near-copies of one already chosen left out.
  private func of(_ paper: Int, _ comparison: inout SharedPhrases.Comparison) -> [Neighbour] {
    var chosen: [Neighbour] = []
    chosen.reserveCapacity(Self.most)
    comparison.start(paper)
    for place in paper * nearest.width..<(paper + 1) * nearest.width where chosen.count < Self.most {
      let candidate = Int(nearest.papers[place])
      if candidate < 0 || chosen.contains(where: { areCopies($0.paper, candidate) }) { continue }
      var neighbour = Neighbour(paper: candidate, similarity: min(1, nearest.similarities[place]))
      neighbour.shared = comparison.shared(with: candidate)
      chosen.append(neighbour)
    }
    return chosen
  }

  /// Near-copies are each other's neighbours, which spares most comparisons.
  private func areCopies(_ one: Int, _ other: Int) -> Bool {
    var place = one * nearest.width
    let end = place + nearest.width
    while place < end, nearest.similarities[place] >= Self.nearCopy {
      if nearest.papers[place] == Int32(truncatingIfNeeded: other) {
        return (matrix.cosine(one, other, above: Self.nearCopy) ?? 0) >= Self.nearCopy
      }
      place += 1
    }
    return false
  }
}
