/// Tells the papers that lie far from the middle of their topic.
enum Typicality {
  /// True for papers more than one and a half standard deviations under their topic's mean weight.
  ///
  /// - Parameter memberships: those of each paper, the own topic first.
  static func lessTypical(_ memberships: [[Membership]], topics: Int) -> [Bool] {
    var count = [Float](repeating: 0, count: topics)
    var sum = [Float](repeating: 0, count: topics)
    var squares = [Float](repeating: 0, count: topics)
    for own in memberships.compactMap(\.first) {
      count[own.topic] += 1
      sum[own.topic] += own.weight
      squares[own.topic] += own.weight * own.weight
    }
    return memberships.map { memberships in
      guard let own = memberships.first, count[own.topic] >= Float(Granularity.leastPapers) else { return false }
      let mean = sum[own.topic] / count[own.topic]
      let variance = max(0, squares[own.topic] / count[own.topic] - mean * mean)
      return own.weight < mean - 1.5 * variance.squareRoot() - 1e-4
    }
  }
}
