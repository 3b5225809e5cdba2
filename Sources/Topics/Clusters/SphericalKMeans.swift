import Parallel

/// k-means on the unit sphere (Dhillon, Modha 2001).
struct SphericalKMeans: Sendable {
  /// Number of the middle nearest to each row.
  private(set) var assignment: [Int]
  private(set) var centroids: Vectors

  /// Starts from the middles of given groups.
  init(_ vectors: Vectors, _ groups: Grouping) {
    assignment = groups.numbers
    centroids = vectors.middles(of: groups)
  }

  /// Up to `rounds` of assigning and averaging; stops where nothing moves.
  mutating func refine(_ vectors: Vectors, rounds: Int, slices: Slices) {
    for _ in 0..<rounds {
      let next = vectors.nearest(in: centroids, now: assignment, slices: slices)
      if next == assignment { return }
      assignment = next
      centroids = vectors.middles(assignment, count: centroids.count)
    }
  }
}

extension Vectors {
  /// The middle of each group of `assignment`, one row each.
  func middles(_ assignment: [Int], count: Int) -> Vectors {
    var sums = [Float](repeating: 0, count: count * dimension)
    for (row, group) in assignment.enumerated() {
      for column in 0..<dimension { sums[group * dimension + column] += values[row * dimension + column] }
    }
    var middles = Vectors(values: sums, dimension: dimension)
    for group in 0..<count { middles.normaliseRow(group) }
    return middles
  }

  /// The middle of each group, one row each.
  func middles(of groups: Grouping) -> Vectors { middles(groups.numbers, count: groups.count) }

  /// The row of `centroids` with the largest cosine for each row; where none is above the present one, that.
  func nearest(in centroids: Vectors, now: [Int], slices: Slices) -> [Int] {
    let rows = DenseBlock(self)
    let middles = DenseBlock(centroids)
    return slices.map(count, sliceSize: 1024) { range in
      range.map { row in
        var best = now[row]
        var cosine = rows.dot(row, middles, best)
        rows.lanes.withUnsafeBufferPointer { rows in
          middles.lanes.withUnsafeBufferPointer { lanes in
            let stride = middles.stride
            for group in 0..<middles.height {
              var sum = DenseBlock.Lane()
              for lane in 0..<stride { sum += rows[row * stride + lane] * lanes[group * stride + lane] }
              let candidate = sum.sum()
              if candidate > cosine { (best, cosine) = (group, candidate) }
            }
          }
        }
        return best
      }
    }.flatMap { $0 }
  }
}

extension DenseBlock {
  /// Inner product of a row with a row of another block of the same width.
  @inline(__always)
  func dot(_ row: Int, _ other: DenseBlock, _ otherRow: Int) -> Float {
    var sum = Lane()
    for lane in 0..<stride { sum += lanes[row * stride + lane] * other.lanes[otherRow * stride + lane] }
    return sum.sum()
  }
}
