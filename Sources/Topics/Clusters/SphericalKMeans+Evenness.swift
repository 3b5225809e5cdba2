import Foundation

extension SphericalKMeans {
  /// Rounds of assigning and averaging in which a row that lies about as near to two middles goes to the smaller group.
  ///
  /// A group's cosines are lowered by the logarithm of its size in parts of the mean size.
  ///
  /// - Parameter strength: weight of that logarithm, in parts of what the best cosine of a row is usually above the
  ///   mean one. A collection of narrow subjects thus feels it as much as one of wide ones.
  mutating func even(_ vectors: Vectors, strength: Float, rounds: Int) {
    let count = centroids.count
    guard count > 1, vectors.count > count else { return }
    for _ in 0..<rounds {
      let cosines = (0..<vectors.count).map { row in
        (0..<count).map { Vectors.dot(vectors[row], centroids[$0]) }
      }
      var above: Float = 0
      for row in cosines { above += (row.max() ?? 0) - row.reduce(0, +) / Float(count) }
      var sizes = [Int](repeating: 0, count: count)
      for group in assignment { sizes[group] += 1 }
      let share = Float(count) / Float(vectors.count)
      // A tenth keeps the logarithm of an empty group finite.
      let handicaps = sizes.map { strength * above / Float(vectors.count) * log(Float($0) * share + 0.1) }
      let next = cosines.indices.map { row in
        let values = zip(cosines[row], handicaps).map { $0 - $1 }
        let own = assignment[row]
        return values.indices.reduce(own) { values[$1] > values[$0] ? $1 : $0 }
      }
      guard next != assignment, Set(next).count == count else { return }
      assignment = next
      centroids = vectors.middles(assignment, count: count)
    }
  }
}
