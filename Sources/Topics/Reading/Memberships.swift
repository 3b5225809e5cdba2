import Parallel

/// The topics that papers belong to.
struct Memberships: Sendable {
  private let clustering: Clustering
  private let middles: TopicMiddles

  /// A topic still counts that is farther than the best one by this share of what the best one is nearer than the
  /// average topic. A share, because the cosines of a narrow collection lie close together.
  private static let reach: Float = 0.2
  private static let most = 4

  init(_ clustering: Clustering) {
    self.clustering = clustering
    middles = TopicMiddles(clustering.centroids)
  }

  /// Those of each paper, in order.
  func all(slices: Slices) -> [[Membership]] {
    slices.map(clustering.assignment.count, sliceSize: 512) { papers in
      var cosines = middles.room
      return papers.map { of($0, &cosines) }
    }.flatMap { $0 }
  }

  /// Best first: the paper's own topic, then those within reach; weights are cosines, not under 0.
  ///
  /// - Parameter cosines: room for those with the topics' middles.
  private func of(_ paper: Int, _ cosines: inout [Float]) -> [Membership] {
    guard clustering.topics > 0 else { return [] }
    let own = clustering.assignment[paper]
    middles.cosines(of: paper, in: clustering.vectors, to: &cosines)
    let best = max(0, cosines[own])
    var sum: Float = 0
    for topic in 0..<clustering.topics { sum += cosines[topic] }
    let least = best - Self.reach * max(0, best - sum / Float(clustering.topics))
    var others: [Membership] = []
    for topic in 0..<clustering.topics where topic != own {
      let cosine = cosines[topic]
      if cosine > 0, cosine >= least { others.append(Membership(topic: topic, weight: cosine)) }
    }
    others.sort { ($1.weight, $0.topic) < ($0.weight, $1.topic) }
    return [Membership(topic: own, weight: best)] + others.prefix(Self.most - 1)
  }
}
