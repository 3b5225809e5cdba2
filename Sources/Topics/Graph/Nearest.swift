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
  /// A candidate must be as near as this at the least, and above 0.
  private(set) var threshold: Float = 0

  init(width: Int) {
    papers = [Int32](repeating: -1, count: width)
    similarities = [Float](repeating: 0, count: width)
  }

  /// Takes a row's places as they are.
  init(_ nearest: Nearest, row: Int) {
    let places = row * nearest.width..<(row + 1) * nearest.width
    papers = Array(nearest.papers[places])
    similarities = Array(nearest.similarities[places])
    threshold = similarities.last ?? .infinity
  }

  /// Candidates must come in ascending order for equally near ones to stand by index.
  @inline(__always)
  mutating func offer(_ paper: Int, _ similarity: Float) {
    if similarity > threshold { insert(Int32(truncatingIfNeeded: paper), similarity) }
  }

  /// Takes a candidate that may be in the list already, in any order.
  mutating func offerOnce(_ paper: Int32, _ similarity: Float) {
    guard similarity >= threshold, similarity > 0, let last = papers.last, !papers.contains(paper),
      similarity > threshold || paper < last
    else { return }
    insert(paper, similarity)
  }

  private mutating func insert(_ paper: Int32, _ similarity: Float) {
    var place = papers.count - 1
    while place > 0,
      similarities[place - 1] < similarity || similarities[place - 1] == similarity && papers[place - 1] > paper
    {
      papers[place] = papers[place - 1]
      similarities[place] = similarities[place - 1]
      place -= 1
    }
    papers[place] = paper
    similarities[place] = similarity
    threshold = similarities[papers.count - 1]
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
