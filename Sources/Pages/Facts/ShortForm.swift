import Topics

/// A short form that a paper uses.
struct ShortForm: Sendable, Equatable {
  /// Index into `Atlas.acronyms`.
  var acronym: Int
  /// Index of the expansion that the paper gives, or the likeliest one where it gives none.
  var expansion: Int
  /// False where only other papers spell it out.
  var isDefinedHere: Bool

  /// For each of `papers` papers, what it uses: its own definitions first, then by short form.
  ///
  /// Where a paper does not spell a short form out and there are several meanings, the one that most papers of
  /// its topic mean is taken, then the most frequent one. What a single paper of another topic means says nothing:
  /// there the form stays unexplained.
  static func perPaper(_ atlas: Atlas, papers: Int) -> [[ShortForm]] {
    var forms = [[ShortForm]](repeating: [], count: papers)
    for (index, acronym) in atlas.acronyms.enumerated() where !acronym.expansions.isEmpty {
      let topics = acronym.expansions.map { topicCounts($0.papers, atlas) }
      var definedBy: [Int: Int] = [:]
      for (number, expansion) in acronym.expansions.enumerated() {
        for paper in expansion.papers where definedBy[paper] == nil { definedBy[paper] = number }
      }
      for paper in acronym.papers where forms.indices.contains(paper) {
        let own = definedBy[paper]
        let likeliest = own ?? likeliest(paper, topics, atlas)
        guard own != nil || isSure(topics[likeliest], paper, atlas) else { continue }
        forms[paper].append(ShortForm(acronym: index, expansion: likeliest, isDefinedHere: own != nil))
      }
    }
    return forms.map { $0.filter(\.isDefinedHere) + $0.filter { !$0.isDefinedHere } }
  }

  private static func topicCounts(_ papers: [Int], _ atlas: Atlas) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for paper in papers where atlas.placements.indices.contains(paper) {
      if let topic = atlas.placements[paper].memberships.first?.topic { counts[topic, default: 0] += 1 }
    }
    return counts
  }

  /// Whether papers that spell a form out speak for `paper` too: some of its topic, or several of different ones.
  private static func isSure(_ topics: [Int: Int], _ paper: Int, _ atlas: Atlas) -> Bool {
    if let own = atlas.placements[paper].memberships.first?.topic, topics[own] != nil { return true }
    return topics.count > 1 && topics.values.reduce(0, +) >= leastElsewhere
  }

  private static let leastElsewhere = 3

  private static func likeliest(_ paper: Int, _ topics: [[Int: Int]], _ atlas: Atlas) -> Int {
    guard let topic = atlas.placements[paper].memberships.first?.topic else { return 0 }
    let counts = topics.map { $0[topic] ?? 0 }
    return counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
  }
}
