import Parallel

/// Cuts a collection into topics: Leiden communities, refined by spherical k-means.
struct TopicFinder {
  /// Rows drawn towards their neighbours.
  let vectors: Vectors
  let slices: Slices

  /// The topic of each paper.
  ///
  /// - Parameter communities: about as many as the collection asks for.
  func find(from communities: Grouping) -> Grouping {
    guard communities.count > 1 else { return communities }
    return dissolvingSmall(halvingLarge(refined(communities)))
  }

  /// The topic of each paper, `wanted` topics or, where there are fewer papers, one for each.
  ///
  /// The communities merged to that number are one start among several; the partition whose papers lie nearest to
  /// their middles wins.
  ///
  /// - Parameters:
  ///   - communities: about that many.
  ///   - rows: the papers as they are, not drawn anywhere.
  func find(
    exactly wanted: Int, from communities: Grouping, rows: Vectors, generator: inout SeededGenerator
  ) -> Grouping {
    let papers = vectors.count
    let wanted = min(wanted, papers)
    guard wanted > 1 else { return Grouping(one: papers) }
    let found = exactly(wanted, from: refined(communities))
    var best = SphericalKMeans(rows, found)
    var least = best.closeness(rows)
    for _ in 0..<Self.starts(papers: papers, topics: wanted) {
      var means = SphericalKMeans(rows, spread: wanted, generator: &generator, slices: slices)
      means.refine(rows, rounds: 30, slices: slices)
      let closeness = means.closeness(rows)
      if closeness > least, Grouping(means.assignment).count == wanted { (best, least) = (means, closeness) }
    }
    best.even(rows, strength: Self.evenness, rounds: 10)
    return Grouping(best.assignment)
  }

  /// How far a fixed number of topics is drawn towards equal sizes.
  private static let evenness: Float = 0.1

  /// As many starts as a second or so allows, sixteen at most.
  private static func starts(papers: Int, topics: Int) -> Int { min(16, 40_000_000 / (papers * topics * 30)) }

  /// A few rounds: more of them let the middles drift from what the graph found.
  private func refined(_ groups: Grouping) -> Grouping {
    var means = SphericalKMeans(vectors, groups)
    means.refine(vectors, rounds: 3, slices: slices)
    return Grouping(means.assignment)
  }

  /// Halves topics that hold far more than their share of the papers.
  private func halvingLarge(_ start: Grouping) -> Grouping {
    var groups = start
    let most = Granularity.mostPapers(of: vectors.count)
    while true {
      let clustering = Clustering(vectors: vectors, groups: groups, themes: [])
      let sizes = groups.sizes
      guard let largest = sizes.indices.max(by: { (sizes[$0], $1) < (sizes[$1], $0) }), sizes[largest] > most,
        let halves = clustering.halves(of: largest),
        min(halves.first.count, halves.second.count) >= Granularity.leastPapers
      else { return groups }
      groups = groups.splitting(off: halves.second)
    }
  }

  /// Gives the papers of topics under the least size to the nearest other topic, smallest first.
  private func dissolvingSmall(_ start: Grouping) -> Grouping {
    var groups = start
    while groups.count > 1 {
      let sizes = groups.sizes
      guard let small = sizes.indices.min(by: { (sizes[$0], $0) < (sizes[$1], $1) }),
        sizes[small] < Granularity.leastPapers
      else { break }
      let middles = vectors.middles(of: groups)
      groups = Grouping(
        groups.numbers.enumerated().map { paper, topic in
          topic == small ? nearestTopic(to: paper, middles, besides: small) : topic
        })
    }
    return groups
  }

  private func nearestTopic(to paper: Int, _ middles: Vectors, besides excluded: Int) -> Int {
    var best = excluded == 0 ? 1 : 0
    var cosine = -Float.infinity
    for topic in 0..<middles.count where topic != excluded {
      let candidate = Vectors.dot(vectors[paper], middles[topic])
      if candidate > cosine { (best, cosine) = (topic, candidate) }
    }
    return best
  }

  /// Merges by Ward's criterion and refines, or halves the largest, until the number is right.
  private func exactly(_ wanted: Int, from start: Grouping) -> Grouping {
    var groups = start
    if groups.count > wanted {
      let merged = Agglomeration(vectors.middles(of: groups), sizes: groups.sizes, count: wanted).groups
      groups = refined(groups.merged(by: merged))
    }
    while groups.count < wanted {
      let members = groups.members
      let largest = members.indices.max { (members[$0].count, $1) < (members[$1].count, $0) } ?? 0
      let clustering = Clustering(vectors: vectors, groups: groups, themes: [])
      let half = clustering.halves(of: largest)?.second ?? members[largest].suffix(members[largest].count / 2)
      groups = groups.splitting(off: Array(half))
    }
    return groups
  }
}
