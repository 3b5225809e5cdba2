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

/// The best candidates so far, kept sorted.
struct NearestList {
  private(set) var papers: [Int32]
  private(set) var similarities: [Float]
  /// A candidate must be nearer than this.
  private(set) var threshold: Float = 0

  init(width: Int) {
    papers = [Int32](repeating: -1, count: width)
    similarities = [Float](repeating: 0, count: width)
  }

  /// Candidates must come in ascending order for equally near ones to stand by index.
  @inline(__always)
  mutating func offer(_ paper: Int, _ similarity: Float) {
    if similarity > threshold { insert(paper, similarity) }
  }

  private mutating func insert(_ paper: Int, _ similarity: Float) {
    var place = papers.count - 1
    while place > 0 && similarities[place - 1] < similarity {
      papers[place] = papers[place - 1]
      similarities[place] = similarities[place - 1]
      place -= 1
    }
    papers[place] = Int32(paper)
    similarities[place] = similarity
    threshold = similarities[papers.count - 1]
  }
}

extension Nearest {
  /// The share of the neighbours of `exact` that stand here too, of the first rows that it has.
  func recall(of exact: Nearest) -> Double {
    var found = 0
    var total = 0
    for paper in 0..<exact.count {
      for neighbour in exact.of(paper) {
        total += 1
        if place(of: neighbour.paper, from: paper) != nil { found += 1 }
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
