/// The topics that a paper belongs to.
enum Memberships {
  /// A topic still counts that is farther than the best one by this share of what the best one is nearer than the
  /// average topic. A share, because the cosines of a narrow collection lie close together.
  private static let reach: Float = 0.2
  private static let most = 4

  /// Best first: the paper's own topic, then those within reach; weights are cosines, not under 0.
  static func of(_ paper: Int, in clustering: Clustering) -> [Membership] {
    guard clustering.topics > 0 else { return [] }
    let own = clustering.assignment[paper]
    let row = clustering.vectors[paper]
    let best = max(0, Vectors.dot(row, clustering.centroids[own]))
    let cosines = (0..<clustering.topics).map { Vectors.dot(row, clustering.centroids[$0]) }
    let average = cosines.reduce(0, +) / Float(clustering.topics)
    let least = best - reach * max(0, best - average)
    var others: [Membership] = []
    for (topic, cosine) in cosines.enumerated() where topic != own {
      if cosine > 0, cosine >= least { others.append(Membership(topic: topic, weight: cosine)) }
    }
    others.sort { ($1.weight, $0.topic) < ($0.weight, $1.topic) }
    return [Membership(topic: own, weight: best)] + others.prefix(most - 1)
  }
}
