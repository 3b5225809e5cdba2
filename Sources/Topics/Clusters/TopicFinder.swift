import Parallel

/// Cuts a collection into topics: Leiden communities, refined by spherical k-means.
struct TopicFinder {
  let vectors: Vectors
  let graph: Graph
  let slices: Slices

  /// The topic of each paper.
  ///
  /// - Parameter wanted: exact number of topics, no more than there are papers; nil lets the collection decide.
  func find(wanted: Int?) -> Grouping {
    let papers = vectors.count
    let target = wanted ?? Granularity.topics(papers: papers)
    guard target > 1, !graph.targets.isEmpty || wanted != nil else { return Grouping(one: papers) }
    let fine = communities(about: max(target, Granularity.topics(papers: papers)))
    if let wanted { return exactly(min(wanted, papers), from: refined(fine)) }
    return dissolvingSmall(refined(fine))
  }

  /// Communities at a resolution that gives about `target` of them.
  private func communities(about target: Int) -> Grouping {
    var (low, high) = (0.05, 64.0)
    var best = Grouping(one: vectors.count)
    for _ in 0..<14 {
      let resolution = (low * high).squareRoot()
      let found = gatheringLone(Leiden.communities(of: graph, resolution: resolution))
      if abs(found.count - target) < abs(best.count - target) { best = found }
      if abs(found.count - target) <= target / 20 { break }
      if found.count < target { low = resolution } else { high = resolution }
    }
    return best
  }

  /// Puts papers without any neighbour into the largest community.
  private func gatheringLone(_ groups: Grouping) -> Grouping {
    let sizes = groups.sizes
    guard let largest = sizes.indices.max(by: { (sizes[$0], $1) < (sizes[$1], $0) }) else { return groups }
    return Grouping(
      groups.numbers.enumerated().map { paper, group in
        graph.offsets[paper] == graph.offsets[paper + 1] ? largest : group
      })
  }

  /// A few rounds: more of them let the middles drift from what the graph found.
  private func refined(_ groups: Grouping) -> Grouping {
    var means = SphericalKMeans(vectors, groups)
    means.refine(vectors, rounds: 3, slices: slices)
    return Grouping(means.assignment)
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
