import CLanes
import Parallel

/// k-means on the unit sphere (Dhillon, Modha 2001).
struct SphericalKMeans: Sendable {
  /// Number of the middle nearest to each row.
  var assignment: [Int]
  var centroids: Vectors

  /// Starts from the middles of given groups.
  init(_ vectors: Vectors, _ groups: Grouping) {
    assignment = groups.numbers
    centroids = vectors.middles(of: groups)
  }

  /// Starts from `count` rows far apart: each is drawn by its distance from those before it (k-means++, Arthur and
  /// Vassilvitskii 2007).
  init(_ vectors: Vectors, spread count: Int, generator: inout SeededGenerator, slices: Slices) {
    var chosen = [generator.index(vectors.count)]
    var distances = [Float](repeating: .infinity, count: vectors.count)
    while chosen.count < count {
      let last = vectors[chosen[chosen.count - 1]]
      for row in distances.indices {
        distances[row] = min(distances[row], max(0, 1 - Vectors.dot(vectors[row], last)))
      }
      var left = generator.unit() * distances.reduce(0, +)
      let next = distances.indices.first { row in
        left -= distances[row]
        return left < 0 && distances[row] > 0
      }
      chosen.append(next ?? generator.index(vectors.count))
    }
    centroids = Vectors(values: chosen.flatMap { vectors[$0] }, dimension: vectors.dimension)
    assignment = vectors.nearest(in: centroids, now: [Int](repeating: 0, count: vectors.count), slices: slices)
    centroids = vectors.middles(assignment, count: count)
  }

  /// How near the rows lie to their middles: the sum of their cosines.
  func closeness(_ vectors: Vectors) -> Float {
    var sum: Float = 0
    for (row, group) in assignment.enumerated() { sum += Vectors.dot(vectors[row], centroids[group]) }
    return sum
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
    values.withUnsafeBufferPointer { values in
      sums.withUnsafeMutableBufferPointer { sums in
        for (row, group) in assignment.enumerated() {
          Self.add(values, row * dimension, to: sums, group * dimension, count: dimension)
        }
      }
    }
    var middles = Vectors(values: sums, dimension: dimension)
    for group in 0..<count { middles.normaliseRow(group) }
    return middles
  }

  /// The middle of each group, one row each.
  func middles(of groups: Grouping) -> Vectors { middles(groups.numbers, count: groups.count) }

  /// The row of `centroids` with the largest cosine for each row; where none is above the present one, that.
  func nearest(in centroids: Vectors, now: [Int], slices: Slices) -> [Int] {
    let middles = DenseBlock(centroids)
    return slices.map(count, sliceSize: 1024) { range in
      let rows = DenseBlock(self, rows: range)
      var products = [Float](repeating: 0, count: 4 * middles.height)
      var found: [Int] = []
      found.reserveCapacity(range.count)
      for first in Swift.stride(from: 0, to: range.count, by: 4) {
        rows.products(ofFourFrom: first, with: middles, into: &products)
        for row in first..<min(first + 4, range.count) {
          var best = now[range.lowerBound + row]
          var cosine = products[4 * best + row - first]
          for group in 0..<middles.height where products[4 * group + row - first] > cosine {
            (best, cosine) = (group, products[4 * group + row - first])
          }
          found.append(best)
        }
      }
      return found
    }.flatMap { $0 }
  }
}

extension DenseBlock {
  /// The inner products of four rows from `first` on with all rows of `others`: four numbers for each of those.
  ///
  /// Where there are not four, the last row stands in for those that are missing.
  fileprivate func products(ofFourFrom first: Int, with others: DenseBlock, into products: inout [Float]) {
    values.withUnsafeBufferPointer { values in
      let rows = (0..<4).map {
        UnsafeBufferPointer(rebasing: values[(min(first + $0, height - 1) * width)...]).baseAddress
      }
      lanes_products(rows[0], rows[1], rows[2], rows[3], others.values, others.height, stride, &products)
    }
  }
}
