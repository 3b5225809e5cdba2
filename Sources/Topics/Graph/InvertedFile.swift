import Parallel

/// Papers by the nearest of some middles.
struct InvertedFile {
  /// Papers of each list, ascending.
  let lists: [[Int]]
  /// One row per list.
  private let middles: Vectors
  /// The papers list after list, and where each list starts among them.
  private let order: [Int]
  private let starts: [Int]
  /// Their vectors.
  private let block: DenseBlock

  /// Papers per list, roughly.
  private static let listSize = 160
  /// Papers that the middles are learned from.
  private static let sample = 8_000

  init(_ vectors: Vectors, slices: Slices) {
    let count = max(1, vectors.count / Self.listSize)
    let step = max(1, vectors.count / Self.sample)
    let chosen = Swift.stride(from: 0, to: vectors.count, by: step).map { $0 }
    let sample = vectors.rows(chosen)
    // Every list starts from one paper of the sample.
    let first = sample.rows((0..<count).map { $0 * chosen.count / count })
    let groups = sample.nearest(in: first, now: chosen.map { _ in 0 }, slices: slices)
    var means = SphericalKMeans(sample, Grouping(groups))
    means.refine(sample, rounds: 5, slices: slices)
    let start = [Int](repeating: 0, count: vectors.count)
    let nearest = Grouping(vectors.nearest(in: means.centroids, now: start, slices: slices))
    // Copies of one text would all stand in one list, which is cut so that none costs more than a few.
    lists = nearest.members.flatMap { list in
      Swift.stride(from: 0, to: list.count, by: 3 * Self.listSize).map {
        Array(list[$0..<min(list.count, $0 + 3 * Self.listSize)])
      }
    }
    var middles = Vectors(values: [], dimension: vectors.dimension)
    for list in lists { middles.values += vectors.middle(of: list) }
    self.middles = middles
    order = lists.flatMap { $0 }
    starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    block = DenseBlock(vectors, rows: order)
  }

  /// The neighbours of the papers of `list`, in their order.
  func search(_ list: Int, width: Int, probes: Int) -> Nearest {
    let cosines = lists.indices.map { Vectors.dot(middles[list], middles[$0]) }
    let near = lists.indices.filter { $0 != list }.sorted { (cosines[$1], $0) < (cosines[$0], $1) }
    let ranges = ([list] + near.prefix(probes - 1)).map { starts[$0]..<starts[$0 + 1] }
    var found = NearestScan(width: width).search(starts[list]..<starts[list + 1], in: block, among: ranges)
    for place in found.papers.indices where found.papers[place] >= 0 {
      found.papers[place] = Int32(order[Int(found.papers[place])])
    }
    return found
  }
}

extension Vectors {
  /// Some of the rows, in the given order.
  fileprivate func rows(_ chosen: [Int]) -> Vectors {
    Vectors(values: chosen.flatMap { self[$0] }, dimension: dimension)
  }
}
