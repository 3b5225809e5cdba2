/// Names the topics and themes of a clustering.
///
/// The steps: phrases ranked per topic, a list of terms, a name of one or two of them, names made distinct,
/// junk drawers split where both halves can be named and called "Other" where not.
struct TopicNaming {
  private let index: PhraseIndex
  private let forbidden: ForbiddenNames
  private(set) var clustering: Clustering
  private var ranking: PhraseRanking
  /// One per topic.
  private(set) var names: [TopicName] = []
  /// Papers of each topic, ascending.
  private var members: [[Int]]

  /// A topic below this is hard to name.
  static let weak: Float = 2.5
  /// A topic below this has no name at all.
  static let hopeless: Float = 1.8

  /// - Parameter maySplit: false where the publisher fixed the number of topics.
  init(_ index: PhraseIndex, _ clustering: Clustering, maySplit: Bool, forbidden: ForbiddenNames = .none) {
    self.index = index
    self.forbidden = forbidden
    self.clustering = clustering
    ranking = PhraseRanking(index, clustering.vectors)
    members = clustering.members
    names = members.map { TopicName(parts: [], terms: terms(of: $0), nameability: 0) }
    if maySplit {
      split()
      dissolveSmall()
    }
    compose()
    makeDistinct()
    markOthers()
  }

  private mutating func terms(of members: [Int]) -> [TopicPhrase] {
    var ranked = ranking.rank(members, middle: clustering.vectors.middle(of: members))
    if !forbidden.phrases.isEmpty { ranked.removeAll { forbidden.phrases.contains($0.phrase) } }
    return TermList(ranked, index).terms
  }

  private var composer: NameComposer { NameComposer(index: index, group: clustering.assignment) }

  /// Makes the names of the terms.
  private mutating func compose() {
    let composer = composer
    for topic in names.indices {
      names[topic].parts = composer.parts(names[topic].terms, of: topic).map(\.phrase)
      while names[topic].parts.count > 1, forbidden.hold(names[topic].parts, index), let last = names[topic].parts.last
      {
        names[topic].terms.removeAll { $0.phrase == last }
        names[topic].parts = composer.parts(names[topic].terms, of: topic).map(\.phrase)
      }
      names[topic].nameability = nameability(topic)
    }
  }

  private var meanSize: Float { Float(clustering.assignment.count) / Float(max(1, names.count)) }

  private func nameability(_ topic: Int) -> Float {
    nameability(names[topic].terms, share: Float(members[topic].count) / meanSize)
  }

  /// Large groups reach high scores easily: the score is taken relative to the root of the size.
  private func nameability(_ terms: [TopicPhrase], share: Float) -> Float {
    (terms.first?.score ?? 0) / max(share, 0.01).squareRoot()
  }
}

extension TopicNaming {
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
  private mutating func nameableParts(of topic: Int) -> [Part]? {
    let whole = nameability(topic)
    var best: (parts: [Part], value: Float)?
    for halves in clustering.splits(of: topic) where min(halves.first.count, halves.second.count) >= 10 {
      let parts = [halves.first, halves.second].map { (members: $0, terms: terms(of: $0)) }
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
        Float(members[$0].count) < 0.5 * meanSize && nameability($0) < Self.weak
      }
      let values = weak.map { nameability($0) }
      guard let topic = zip(weak, values).min(by: { ($0.1, $0.0) < ($1.1, $1.0) })?.0 else { return }
      clustering = clustering.dissolving(topic)
      let heirs = Set(members[topic].map { clustering.assignment[$0] })
      names.remove(at: topic)
      members = clustering.members
      for heir in heirs.sorted() { names[heir].terms = terms(of: members[heir]) }
    }
  }

  /// Of the topics that share a one-part name, the one that it names best keeps it; the others take a second part.
  private mutating func makeDistinct() {
    let composer = composer
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
    let composer = composer
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
    let composer = NameComposer(index: index, group: group)
    return clustering.themes.indices.map { theme in
      let papers = group.indices.filter { group[$0] == theme }
      let terms = terms(of: papers)
      let own = nameability(terms, share: Float(papers.count * clustering.themes.count) / Float(max(1, group.count)))
      let parts = composer.parts(terms, of: theme).map(\.phrase)
      let children = clustering.themes[theme].sorted { (members[$1].count, $0) < (members[$0].count, $1) }
      if own >= 5 || children.isEmpty { return TopicName(parts: parts, terms: terms, nameability: own) }
      var borrowed: [Int] = []
      for child in children where !names[child].isOther || children.count == 1 {
        if let part = names[child].parts.first, !borrowed.contains(part), borrowed.count < 2 { borrowed.append(part) }
      }
      return TopicName(parts: borrowed.isEmpty ? parts : borrowed, terms: terms, nameability: own)
    }
  }
}
