/// The topics that a paper belongs to.
enum Memberships {
  /// A topic this much farther than the best one still counts.
  private static let reach: Float = 0.10
  private static let most = 4

  /// Best first: the paper's own topic, then those within reach; weights are cosines, not under 0.
  static func of(_ paper: Int, in clustering: Clustering) -> [Membership] {
    guard clustering.topics > 0 else { return [] }
    let own = clustering.assignment[paper]
    let row = clustering.vectors[paper]
    let best = max(0, Vectors.dot(row, clustering.centroids[own]))
    var others: [Membership] = []
    for topic in 0..<clustering.topics where topic != own {
      let cosine = Vectors.dot(row, clustering.centroids[topic])
      if cosine > 0, cosine >= best - reach { others.append(Membership(topic: topic, weight: cosine)) }
    }
    others.sort { ($1.weight, $0.topic) < ($0.weight, $1.topic) }
    return [Membership(topic: own, weight: best)] + others.prefix(most - 1)
  }
}
