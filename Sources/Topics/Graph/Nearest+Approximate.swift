import Parallel

extension Nearest {
  /// Papers up to this number are compared one with another.
  static let mostForExact = 6_000

  /// The nearest papers, exact in collections of ordinary size.
  init(_ vectors: Vectors, width: Int, slices: Slices) {
    if vectors.count <= Self.mostForExact {
      self.init(exact: vectors, width: width, slices: slices)
    } else {
      self.init(approximate: vectors, width: width, slices: slices)
    }
  }

  /// Compares each paper with those of the nearest lists of an inverted file (Sivic and Zisserman 2003): the
  /// papers by the nearest of some hundred middles.
  ///
  /// - Parameter probes: lists that are searched for the papers of one.
  init(approximate vectors: Vectors, width: Int, probes: Int = 26, slices: Slices) {
    let file = InvertedFile(vectors, slices: slices)
    let parts = slices.map(file.lists.count, sliceSize: 1) { range in
      file.search(range.lowerBound, vectors, width: width, probes: probes)
    }
    var papers = [Int32](repeating: -1, count: vectors.count * width)
    var similarities = [Float](repeating: 0, count: vectors.count * width)
    for (list, found) in zip(file.lists, parts) {
      for (row, paper) in list.enumerated() {
        for place in 0..<width {
          papers[paper * width + place] = found.papers[row * width + place]
          similarities[paper * width + place] = found.similarities[row * width + place]
        }
      }
    }
    self.init(width: width, papers: papers, similarities: similarities)
  }
}

/// Papers by the nearest of some middles.
private struct InvertedFile {
  /// Papers of each list, ascending.
  let lists: [[Int]]
  let middles: Vectors

  /// Papers per list, roughly.
  private static let listSize = 160
  /// Papers that the middles are learned from.
  private static let sample = 8_000

  init(_ vectors: Vectors, slices: Slices) {
    let count = max(1, vectors.count / Self.listSize)
    let step = max(1, vectors.count / Self.sample)
    let chosen = Swift.stride(from: 0, to: vectors.count, by: step).map { $0 }
    let sample = Vectors(values: chosen.flatMap { vectors[$0] }, dimension: vectors.dimension)
    // Every list starts from one paper of the sample.
    let first = Vectors(
      values: (0..<count).flatMap { sample[$0 * chosen.count / count] }, dimension: vectors.dimension)
    let groups = sample.nearest(in: first, now: chosen.map { _ in 0 }, slices: slices)
    var means = SphericalKMeans(sample, Grouping(groups))
    means.refine(sample, rounds: 5, slices: slices)
    middles = means.centroids
    let start = [Int](repeating: 0, count: vectors.count)
    var lists = [[Int]](repeating: [], count: middles.count)
    for (paper, list) in vectors.nearest(in: middles, now: start, slices: slices).enumerated() {
      lists[list].append(paper)
    }
    self.lists = lists
  }

  /// The neighbours of the papers of `list`, in their order.
  func search(_ list: Int, _ vectors: Vectors, width: Int, probes: Int) -> Nearest {
    guard !lists[list].isEmpty else { return Nearest(width: width, papers: [], similarities: []) }
    let cosines = lists.indices.map { Vectors.dot(middles[list], middles[$0]) }
    let near = lists.indices.filter { $0 != list }.sorted { (cosines[$1], $0) < (cosines[$0], $1) }
    let papers = lists[list] + near.prefix(probes - 1).flatMap { lists[$0] }.sorted()
    let block = DenseBlock(Vectors(values: papers.flatMap { vectors[$0] }, dimension: vectors.dimension))
    var found = NearestScan(width: width, stride: block.stride).search(0..<lists[list].count, in: block)
    for place in found.papers.indices where found.papers[place] >= 0 {
      found.papers[place] = Int32(papers[Int(found.papers[place])])
    }
    return found
  }
}
