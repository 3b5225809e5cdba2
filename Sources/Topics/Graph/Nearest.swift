/// The nearest papers of each paper by cosine.
struct Nearest: Sendable, Equatable {
  /// Places per paper.
  var width: Int
  /// Row after row, nearest first, equally near ones by index; -1 where there is none.
  var papers: [Int32]
  /// Cosine of each, above 0; 0 where there is none.
  var similarities: [Float]

  /// Number of rows.
  var count: Int { width == 0 ? 0 : papers.count / width }

  /// The neighbours of `paper` with their cosines.
  func of(_ paper: Int) -> some Sequence<(paper: Int, similarity: Float)> {
    (paper * width..<(paper + 1) * width).lazy.filter { papers[$0] >= 0 }.map {
      (Int(papers[$0]), similarities[$0])
    }
  }
}

extension Nearest {
  /// The share of the neighbours of `exact` that stand here too.
  ///
  /// - Parameter rows: the papers that the rows of `exact` are for; all where nil.
  func recall(of exact: Nearest, rows: [Int]? = nil) -> Double {
    var found = 0
    var total = 0
    for row in 0..<exact.count {
      for neighbour in exact.of(row) {
        total += 1
        if place(of: neighbour.paper, from: rows?[row] ?? row) != nil { found += 1 }
      }
    }
    return total == 0 ? 1 : Double(found) / Double(total)
  }
}

extension Nearest {
  /// The first `places` neighbours of each paper.
  func first(_ places: Int) -> Nearest {
    guard places < width else { return self }
    let kept = (0..<count).flatMap { $0 * width..<$0 * width + places }
    return Nearest(width: places, papers: kept.map { papers[$0] }, similarities: kept.map { similarities[$0] })
  }
}
