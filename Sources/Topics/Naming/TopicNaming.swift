import Parallel

/// Names the topics and themes of a clustering.
///
/// The steps: phrases ranked per topic, a list of terms, a name of one or two of them, names made distinct,
/// junk drawers split where both halves can be named and called "Other" where not.
struct TopicNaming: Sendable {
  let index: PhraseIndex
  private let forbidden: ForbiddenNames
  var clustering: Clustering
  private let ranking: PhraseRanking
  private let slices: Slices
  /// One per topic.
  var names: [TopicName] = []
  /// Papers of each topic, ascending.
  var members: [[Int]]

  /// A topic below this is hard to name.
  static let weak: Float = 2.5
  /// A topic below this has no name at all.
  static let hopeless: Float = 1.8

  init(
    _ index: PhraseIndex, _ clustering: Clustering, _ ranking: PhraseRanking, forbidden: ForbiddenNames, slices: Slices
  ) {
    self.index = index
    self.forbidden = forbidden
    self.clustering = clustering
    self.slices = slices
    var focused = ranking
    focused.index = index
    self.ranking = focused
    members = clustering.members
    names = terms(of: members).map { TopicName(parts: [], terms: $0, nameability: 0) }
  }

  /// Gives every topic its name.
  mutating func nameTopics() {
    compose()
    makeDistinct()
    markOthers()
  }

  /// The phrases that tell each of some groups of papers from the others.
  func terms(of groups: [[Int]]) -> [[TopicPhrase]] {
    slices.map(groups.count, sliceSize: 8) { range in
      var tally = ranking.tally
      return range.map { group in
        let middle = clustering.vectors.middle(of: groups[group])
        var ranked = ranking.rank(groups[group], middle: middle, &tally)
        if !forbidden.phrases.isEmpty { ranked.removeAll { forbidden.phrases.contains($0.phrase) } }
        return TermList(ranked, index).terms
      }
    }.flatMap { $0 }
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

  var meanSize: Float { Float(clustering.assignment.count) / Float(max(1, names.count)) }

  func nameability(_ topic: Int) -> Float {
    nameability(names[topic].terms, share: Float(members[topic].count) / meanSize)
  }

  /// Large groups reach high scores easily: the score is taken relative to the root of the size. Small ones get no more
  /// than a little for being small, or a word that three papers share would name a drawer of ten.
  func nameability(_ terms: [TopicPhrase], share: Float) -> Float {
    (terms.first?.score ?? 0) / max(share, 0.8).squareRoot()
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
