extension Atlas {
  /// The atlas with one topic made part of another: its papers, places and links go over, and it is gone.
  ///
  /// Topics after it move up by one. Name, terms, summary and path stay those of the topic that takes it in.
  public func merging(_ topic: Int, into target: Int) -> Atlas {
    guard topic != target, topics.indices.contains(topic), topics.indices.contains(target) else { return self }
    var atlas = self
    let place = { (old: Int) -> Int in
      let new = old == topic ? target : old
      return new > topic ? new - 1 : new
    }
    atlas.topics.remove(at: topic)
    for index in atlas.placements.indices {
      atlas.placements[index].memberships = Self.joined(atlas.placements[index].memberships, place)
    }
    for index in atlas.topics.indices {
      atlas.topics[index].near = Self.distinct(atlas.topics[index].near.map(place), without: index)
      for step in atlas.topics[index].path.indices {
        atlas.topics[index].path[step].topic = atlas.topics[index].path[step].topic.map(place)
      }
    }
    for index in atlas.themes.indices {
      atlas.themes[index].topics = Self.distinct(
        atlas.themes[index].topics.filter { $0 != topic }.map(place), without: nil)
    }
    for index in atlas.keywords.indices {
      atlas.keywords[index].topics = Self.summed(atlas.keywords[index].topics, place)
    }
    atlas.dropEmptyThemes()
    atlas.collectPapers(of: place(target))
    return atlas
  }

  /// Of two shares in one topic the greater stays; best first.
  private static func joined(_ memberships: [Membership], _ place: (Int) -> Int) -> [Membership] {
    var kept: [Membership] = []
    for membership in memberships {
      let topic = place(membership.topic)
      if let at = kept.firstIndex(where: { $0.topic == topic }) {
        kept[at].weight = max(kept[at].weight, membership.weight)
      } else {
        kept.append(Membership(topic: topic, weight: membership.weight))
      }
    }
    return kept
  }

  private static func distinct(_ topics: [Int], without own: Int?) -> [Int] {
    var seen: Set<Int> = []
    return topics.filter { $0 != own && seen.insert($0).inserted }
  }

  private static func summed(_ counts: [TopicCount], _ place: (Int) -> Int) -> [TopicCount] {
    var sums: [Int: Int] = [:]
    for count in counts { sums[place(count.topic), default: 0] += count.count }
    return sums.map { TopicCount(topic: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.topic) < ($0.count, $1.topic) }
  }

  private mutating func dropEmptyThemes() {
    var place = [Int](repeating: 0, count: themes.count)
    var kept: [Theme] = []
    for (index, theme) in themes.enumerated() {
      place[index] = kept.count
      if !theme.topics.isEmpty { kept.append(theme) }
    }
    themes = kept
    for index in topics.indices { topics[index].theme = place[topics[index].theme] }
  }

  private mutating func collectPapers(of topic: Int) {
    func ranked(_ papers: [(paper: Int, weight: Float)]) -> [Int] {
      papers.sorted { ($1.weight, $0.paper) < ($0.weight, $1.paper) }.map(\.paper)
    }
    var own: [(paper: Int, weight: Float)] = []
    var others: [(paper: Int, weight: Float)] = []
    for (paper, placement) in placements.enumerated() {
      guard let at = placement.memberships.firstIndex(where: { $0.topic == topic }) else { continue }
      let share = (paper, placement.memberships[at].weight)
      if at == 0 { own.append(share) } else { others.append(share) }
    }
    topics[topic].papers = ranked(own)
    topics[topic].alsoPapers = ranked(others)
  }
}
