/// The topics that papers belong to.
struct Memberships: Sendable {
  private let clustering: Clustering
  /// The topics' middles, eight topics to a lane: column after column, padded with zeros.
  private let middles: [SIMD8<Float>]
  private let lanes: Int

  /// A topic still counts that is farther than the best one by this share of what the best one is nearer than the
  /// average topic. A share, because the cosines of a narrow collection lie close together.
  private static let reach: Float = 0.2
  private static let most = 4

  init(_ clustering: Clustering) {
    self.clustering = clustering
    let (topics, dimension) = (clustering.topics, clustering.vectors.dimension)
    let lanes = (topics + 7) / 8
    var middles = [SIMD8<Float>](repeating: SIMD8(), count: lanes * dimension)
    for topic in 0..<topics {
      for column in 0..<dimension {
        middles[column * lanes + topic / 8][topic % 8] = clustering.centroids.values[topic * dimension + column]
      }
    }
    self.middles = middles
    self.lanes = lanes
  }

  /// Best first: the paper's own topic, then those within reach; weights are cosines, not under 0.
  func of(_ paper: Int) -> [Membership] {
    guard clustering.topics > 0 else { return [] }
    let own = clustering.assignment[paper]
    let cosines = cosines(paper)
    let best = max(0, cosines[own])
    let average = cosines.reduce(0, +) / Float(clustering.topics)
    let least = best - Self.reach * max(0, best - average)
    var others: [Membership] = []
    for (topic, cosine) in cosines.enumerated() where topic != own {
      if cosine > 0, cosine >= least { others.append(Membership(topic: topic, weight: cosine)) }
    }
    others.sort { ($1.weight, $0.topic) < ($0.weight, $1.topic) }
    return [Membership(topic: own, weight: best)] + others.prefix(Self.most - 1)
  }

  /// The cosines of `paper` with the middle of each topic.
  private func cosines(_ paper: Int) -> [Float] {
    let row = clustering.vectors[paper]
    var sums = [SIMD8<Float>](repeating: SIMD8(), count: lanes)
    middles.withUnsafeBufferPointer { middles in
      sums.withUnsafeMutableBufferPointer { sums in
        var at = 0
        for value in row {
          for lane in 0..<lanes { sums[lane] += value * middles[at + lane] }
          at += lanes
        }
      }
    }
    return (0..<clustering.topics).map { sums[$0 / 8][$0 % 8] }
  }
}
