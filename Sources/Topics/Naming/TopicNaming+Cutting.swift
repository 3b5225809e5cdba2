extension TopicNaming {
  /// Papers of a leftover topic are so far less alike than those of the average one.
  private static let loose: Float = 0.65
  /// Part of the usual distance to the next topic within which a leftover paper goes there.
  private static let nearly: Float = 0.4

  /// The clustering with topics that are hard to name cut in two or given to others.
  func cutByNames() -> Clustering {
    var copy = self
    copy.split()
    copy.dissolveSmall()
    copy.lightenLeftovers()
    return Clustering(vectors: clustering.vectors, groups: Grouping(copy.clustering.assignment))
  }

  /// Cuts topics that are hard to name in two where both parts are easier to name, again and again.
  private mutating func split() {
    var topic = 0
    while topic < names.count {
      guard members[topic].count >= 20, nameability(topic) < Self.weak, let parts = nameableParts(of: topic) else {
        topic += 1
        continue
      }
      clustering = clustering.moving(parts[1].members, outOf: topic)
      members[topic] = parts[0].members
      members.append(parts[1].members)
      names[topic].terms = parts[0].terms
      names.append(TopicName(parts: [], terms: parts[1].terms, nameability: 0))
    }
  }

  private typealias Part = (members: [Int], terms: [TopicPhrase])

  /// The cut of a topic whose parts are named best, if both are named better than the whole.
  private func nameableParts(of topic: Int) -> [Part]? {
    let whole = nameability(topic)
    var best: (parts: [Part], value: Float)?
    for halves in clustering.splits(of: topic) where min(halves.first.count, halves.second.count) >= 10 {
      let groups = [halves.first, halves.second]
      let parts = zip(groups, terms(of: groups)).map { (members: $0, terms: $1) }
      let values = parts.map { nameability($0.terms, share: Float($0.members.count) / meanSize) }
      let sum = zip(values, parts).reduce(Float(0)) { $0 + $1.0 * Float($1.1.members.count) }
      let mean = sum / Float(members[topic].count)
      guard mean >= 1.4 * whole, values.allSatisfy({ $0 >= 0.8 * whole }), mean > best?.value ?? 0 else { continue }
      best = (parts, mean)
    }
    return best?.parts
  }

  /// Gives the papers of small topics that are hard to name to the topics nearest to them.
  private mutating func dissolveSmall() {
    while names.count > 3 {
      let weak = names.indices.filter {
        Float(members[$0].count) < 0.65 * meanSize && nameability($0) < Self.weak
      }
      let values = weak.map { nameability($0) }
      guard let topic = zip(weak, values).min(by: { ($0.1, $0.0) < ($1.1, $1.0) })?.0 else { return }
      clustering = clustering.dissolving(topic)
      let heirs = Set(members[topic].map { clustering.assignment[$0] })
      names.remove(at: topic)
      members = clustering.members
      let changed = heirs.sorted()
      for (heir, terms) in zip(changed, terms(of: changed.map { members[$0] })) { names[heir].terms = terms }
    }
  }

  /// The topics that no phrase names and whose papers are unlike each other: the weakest few.
  var leftovers: [Int] {
    let limit = Self.hopeless * min(1, (meanSize / 33).squareRoot())
    let values = names.indices.map { nameability($0) }
    let weak = names.indices.filter { values[$0] < limit }
    let focus = PhraseFocus(clustering.vectors, topics: members)
    let loose = weak.map { (topic: $0, likeness: focus.share(members[$0])) }.filter { $0.likeness < Self.loose }
      .map { (topic: $0.topic, value: values[$0.topic] * max(0, $0.likeness)) }
    return loose.sorted { ($0.value, $0.topic) < ($1.value, $1.topic) }.prefix(max(1, clustering.topics / 20))
      .map(\.topic)
  }

  /// Gives the papers of leftover topics that lie nearly as near to another topic to that one.
  ///
  /// Nearly: within a part of what papers usually lie nearer to their own topic than to the next.
  private mutating func lightenLeftovers() {
    guard clustering.topics > 3 else { return }
    let leftovers = Set(leftovers)
    guard !leftovers.isEmpty else { return }
    let middles = TopicMiddles(clustering.centroids)
    var cosines = middles.room
    let others = (0..<clustering.topics).filter { !leftovers.contains($0) }
    let sample = Swift.stride(from: 0, to: clustering.assignment.count, by: max(1, clustering.assignment.count / 1000))
    let gaps = sample.map { nextTopic(to: $0, among: others, middles, &cosines).gap }.sorted()
    let usual = gaps[gaps.count / 2]
    for (paper, own) in clustering.assignment.enumerated() where leftovers.contains(own) {
      let next = nextTopic(to: paper, among: others, middles, &cosines)
      if next.gap < Self.nearly * usual { clustering.assignment[paper] = next.topic }
    }
  }

  /// The topic of `others` nearest to a paper after its own, and how much nearer its own one is.
  private func nextTopic(
    to paper: Int, among others: [Int], _ middles: TopicMiddles, _ cosines: inout [Float]
  ) -> (topic: Int, gap: Float) {
    let own = clustering.assignment[paper]
    middles.cosines(of: paper, in: clustering.vectors, to: &cosines)
    var nearest = (topic: 0, cosine: -Float.infinity)
    for topic in others where topic != own {
      let cosine = cosines[topic]
      if cosine > nearest.cosine { nearest = (topic, cosine) }
    }
    return (nearest.topic, cosines[own] - nearest.cosine)
  }
}
