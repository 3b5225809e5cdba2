/// Names the topics and themes of a clustering.
///
/// The steps: phrases ranked per topic, a list of terms, a name of one or two of them, names made distinct,
/// junk drawers split where both halves can be named and called "Other" where not.
struct TopicNaming {
  private let index: PhraseIndex
  private(set) var clustering: Clustering
  private var ranking: PhraseRanking
  /// One per topic.
  private(set) var names: [TopicName] = []

  /// A topic below this is hard to name.
  static let weak: Float = 2.5
  /// A topic below this has no name at all.
  static let hopeless: Float = 1.5

  /// - Parameter maySplit: false where the publisher fixed the number of topics.
  init(_ index: PhraseIndex, _ clustering: Clustering, maySplit: Bool) {
    self.index = index
    self.clustering = clustering
    ranking = PhraseRanking(index, clustering.vectors)
    name()
    if maySplit { split() }
    makeDistinct()
    markOthers()
  }

  private mutating func name() {
    let ranked = ranking.rank(clustering.assignment, middles: clustering.centroids, count: clustering.topics)
    let composer = NameComposer(index: index, group: clustering.assignment)
    names = ranked.indices.map { topic in
      let terms = TermList(ranked[topic], index).terms
      let parts = composer.parts(terms, of: topic)
      return TopicName(
        parts: parts.map(\.phrase), terms: terms,
        nameability: nameability(terms, share: Float(sizes[topic]) / meanSize))
    }
  }

  private var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: clustering.topics)
    for topic in clustering.assignment { sizes[topic] += 1 }
    return sizes
  }

  private var meanSize: Float { Float(clustering.assignment.count) / Float(max(1, clustering.topics)) }

  /// Large groups reach high scores easily: the score is taken relative to the root of the size.
  private func nameability(_ terms: [TopicPhrase], share: Float) -> Float {
    (terms.first?.score ?? 0) / max(share, 0.01).squareRoot()
  }
}

extension TopicNaming {
  /// Cuts topics that are hard to name in two where both halves are easier to name, again and again.
  private mutating func split() {
    var topic = 0
    while topic < clustering.topics {
      if names[topic].nameability < Self.weak, sizes[topic] >= 20, let halves = clustering.halves(of: topic),
        min(halves.first.count, halves.second.count) >= 10, areNameable(halves, better: names[topic].nameability)
      {
        clustering = clustering.moving(halves.second, outOf: topic)
        name()
      } else {
        topic += 1
      }
    }
  }

  private mutating func areNameable(_ halves: (first: [Int], second: [Int]), better than: Float) -> Bool {
    var group = [Int](repeating: -1, count: clustering.assignment.count)
    for paper in halves.first { group[paper] = 0 }
    for paper in halves.second { group[paper] = 1 }
    let middles = [halves.first, halves.second].flatMap { clustering.vectors.middle(of: $0) }
    let ranked = ranking.rank(
      group, middles: Vectors(values: middles, dimension: clustering.vectors.dimension), count: 2)
    let counts = [halves.first.count, halves.second.count].map(Float.init)
    let values = zip(ranked, counts).map { ranked, count in
      nameability(TermList(ranked, index).terms, share: count / meanSize)
    }
    let mean = (values[0] * counts[0] + values[1] * counts[1]) / (counts[0] + counts[1])
    return mean >= 1.4 * than && values.allSatisfy { $0 >= 0.8 * than }
  }

  /// Of the topics that share a one-part name, the one that it names best keeps it; the others take a second part.
  private mutating func makeDistinct() {
    let composer = NameComposer(index: index, group: clustering.assignment)
    var taken: Set<[Int]> = []
    let order = names.indices.sorted { (names[$1].nameability, $0) < (names[$0].nameability, $1) }
    for topic in order {
      if taken.contains(names[topic].parts) {
        names[topic].parts = composer.parts(names[topic].terms, of: topic, mustPair: true).map(\.phrase)
      }
      if taken.contains(names[topic].parts) { names[topic].parts = unusedParts(topic, taken) }
      taken.insert(names[topic].parts)
    }
  }

  /// The best term with the first other one that makes a name of its own.
  private func unusedParts(_ topic: Int, _ taken: Set<[Int]>) -> [Int] {
    let terms = names[topic].terms.map(\.phrase)
    guard let first = terms.first else { return [] }
    for second in terms.dropFirst() where !taken.contains([first, second]) { return [first, second] }
    return names[topic].parts
  }

  /// Topics that no phrase names are leftover drawers and tell three of the things that they hold.
  private mutating func markOthers() {
    guard clustering.topics > 3 else { return }
    let composer = NameComposer(index: index, group: clustering.assignment)
    let limit = Self.hopeless * min(1, (meanSize / 33).squareRoot())
    let weakest = names.indices.filter { names[$0].nameability < limit }
      .sorted { (names[$0].nameability, $0) < (names[$1].nameability, $1) }
    for topic in weakest.prefix(max(1, clustering.topics / 20)) {
      names[topic].isOther = true
      let parts = names[topic].parts.compactMap { part in names[topic].terms.first { $0.phrase == part } }
      if let third = composer.third(after: parts, names[topic].terms) { names[topic].parts.append(third.phrase) }
    }
  }
}

extension TopicNaming {
  /// Names of the themes, in the clustering's order.
  mutating func themeNames() -> [TopicName] {
    var group = [Int](repeating: -1, count: clustering.assignment.count)
    var themeOfTopic = [Int](repeating: -1, count: clustering.topics)
    for (theme, topics) in clustering.themes.enumerated() { for topic in topics { themeOfTopic[topic] = theme } }
    for paper in group.indices { group[paper] = themeOfTopic[clustering.assignment[paper]] }
    let middles = clustering.themes.indices.flatMap { theme in
      clustering.vectors.middle(of: group.indices.filter { group[$0] == theme })
    }
    let ranked = ranking.rank(
      group, middles: Vectors(values: middles, dimension: clustering.vectors.dimension), count: clustering.themes.count)
    let composer = NameComposer(index: index, group: group)
    let sizes = sizes
    return clustering.themes.indices.map { theme in
      let terms = TermList(ranked[theme], index).terms
      let size = group.count { $0 == theme }
      let own = nameability(terms, share: Float(size * clustering.themes.count) / Float(max(1, group.count)))
      let parts = composer.parts(terms, of: theme).map(\.phrase)
      let children = clustering.themes[theme].sorted { (sizes[$1], $0) < (sizes[$0], $1) }
      if own >= 5 || children.isEmpty { return TopicName(parts: parts, terms: terms, nameability: own) }
      var borrowed: [Int] = []
      for child in children where !names[child].isOther || children.count == 1 {
        if let part = names[child].parts.first, !borrowed.contains(part), borrowed.count < 2 { borrowed.append(part) }
      }
      return TopicName(parts: borrowed.isEmpty ? parts : borrowed, terms: terms, nameability: own)
    }
  }
}
