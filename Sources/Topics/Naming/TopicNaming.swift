/// Names the topics and themes of a clustering.
///
/// The steps: phrases ranked per topic, a list of terms, a name of one or two of them, names made distinct,
/// junk drawers split where both halves can be named and called "Other" where not.
struct TopicNaming {
  let index: PhraseIndex
  private let forbidden: ForbiddenNames
  var clustering: Clustering
  private var ranking: PhraseRanking
  /// One per topic.
  private(set) var names: [TopicName] = []
  /// Papers of each topic, ascending.
  private(set) var members: [[Int]]

  /// A topic below this is hard to name.
  static let weak: Float = 2.5
  /// A topic below this has no name at all.
  static let hopeless: Float = 1.8
  /// Papers of a leftover topic are so far less alike than those of the average one.
  private static let loose: Float = 0.65
  /// Part of the usual distance to the next topic within which a leftover paper goes there.
  private static let nearly: Float = 0.4

  /// - Parameter known: takes along what it learned of the phrases.
  init(_ index: PhraseIndex, _ clustering: Clustering, _ known: inout PhraseRanking, forbidden: ForbiddenNames) {
    self.index = index
    self.forbidden = forbidden
    self.clustering = clustering
    ranking = known
    ranking.index = index
    members = clustering.members
    names = members.map { TopicName(parts: [], terms: terms(of: $0), nameability: 0) }
    known = ranking
  }

  /// The clustering with topics that are hard to name cut in two or given to others.
  func cutByNames() -> Clustering {
    var copy = self
    copy.split()
    copy.dissolveSmall()
    copy.lightenLeftovers()
    return Clustering(vectors: clustering.vectors, groups: Grouping(copy.clustering.assignment))
  }

  /// Gives every topic its name.
  mutating func nameTopics() {
    compose()
    makeDistinct()
    markOthers()
  }

  mutating func terms(of members: [Int]) -> [TopicPhrase] {
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

  /// How well the papers' topics can be named: weak names count against a cut, very good ones not for it, and so does
  /// a topic that holds far more than its share.
  var meanNameability: Float {
    let papers = clustering.assignment.count
    let sum = names.indices.reduce(Float(0)) {
      $0 + Float(members[$1].count) * min(names[$1].nameability, 2 * Self.weak)
    }
    let largest = Float(members.map(\.count).max() ?? 1)
    return sum / Float(max(1, papers)) * min(1, Float(Granularity.mostPapers(of: papers)) / largest)
  }

  private var meanSize: Float { Float(clustering.assignment.count) / Float(max(1, names.count)) }

  private func nameability(_ topic: Int) -> Float {
    nameability(names[topic].terms, share: Float(members[topic].count) / meanSize)
  }

  /// Large groups reach high scores easily: the score is taken relative to the root of the size. Small ones get no more
  /// than a little for being small, or a word that three papers share would name a drawer of ten.
  func nameability(_ terms: [TopicPhrase], share: Float) -> Float {
    (terms.first?.score ?? 0) / max(share, 0.8).squareRoot()
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
        Float(members[$0].count) < 0.65 * meanSize && nameability($0) < Self.weak
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

  /// The topics that no phrase names and whose papers are unlike each other: the weakest few.
  private var leftovers: [Int] {
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
    let sample = Swift.stride(from: 0, to: clustering.assignment.count, by: max(1, clustering.assignment.count / 1000))
    let gaps = sample.map { nextTopic(to: $0, besides: leftovers).gap }.sorted()
    let usual = gaps[gaps.count / 2]
    for (paper, own) in clustering.assignment.enumerated() where leftovers.contains(own) {
      let next = nextTopic(to: paper, besides: leftovers)
      if next.gap < Self.nearly * usual { clustering.assignment[paper] = next.topic }
    }
  }

  /// The topic nearest to a paper after its own, and how much nearer its own one is.
  private func nextTopic(to paper: Int, besides leftovers: Set<Int>) -> (topic: Int, gap: Float) {
    let own = clustering.assignment[paper]
    var nearest = (topic: 0, cosine: -Float.infinity)
    for topic in 0..<clustering.topics where topic != own && !leftovers.contains(topic) {
      let cosine = Vectors.dot(clustering.vectors[paper], clustering.centroids[topic])
      if cosine > nearest.cosine { nearest = (topic, cosine) }
    }
    return (nearest.topic, Vectors.dot(clustering.vectors[paper], clustering.centroids[own]) - nearest.cosine)
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
    for topic in leftovers {
      names[topic].isOther = true
      let parts = names[topic].parts.compactMap { part in names[topic].terms.first { $0.phrase == part } }
      if let third = composer.third(after: parts, names[topic].terms) { names[topic].parts.append(third.phrase) }
    }
  }
}
