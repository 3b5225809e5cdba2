import Papers
import Planning
import Topics

/// What is told of a paper, a topic or a keyword.
struct ExplanationFacts {
  typealias Fact = Explanation.Fact

  let library: Library
  let atlas: Atlas
  let plan: SitePlan
  let ledger: Ledger

  /// Papers of a topic or a keyword that are named.
  private static let papersShown = 8
  private static let phrasesShown = 12

  func paper(_ index: Int) -> [Fact] {
    let paper = library.papers[index]
    let placement = atlas.placements[index]
    var facts = paper.sightings.map { Fact("seen in", place($0)) }
    facts += library.merges.filter { $0.paper == index }.map { merge in
      let title = merge.otherTitle.map { ": “\($0)”" } ?? ""
      return Fact("merged", "\(place(merge.sighting)), \(merge.reason.rawValue)\(title)")
    }
    facts += placement.memberships.map { membership in
      let shared = shared(placement, with: membership.topic)
      return Fact(
        "topic", atlas.topics[membership.topic].name + (shared.isEmpty ? "" : ": \(shared.joined(separator: ", "))"),
        weight: membership.weight, page: plan.topics[membership.topic])
    }
    if placement.isLessTypical { facts.append(Fact("note", "less typical: far from the middle of its topic")) }
    facts += placement.keywords.map {
      Fact("keyword", "\(atlas.keywords[$0].name) (\(count(atlas.keywords[$0].papers)))", page: plan.keywords[$0])
    }
    facts += placement.phrases.prefix(Self.phrasesShown).map { Fact("phrase", $0) }
    facts += placement.neighbours.map { neighbour in
      let phrases = atlas.phrases(sharedBy: neighbour)
      let shared = phrases.isEmpty ? "" : ": both \(phrases.joined(separator: ", "))"
      return Fact(
        "related", "\(library.papers[neighbour.paper].title)\(shared)", weight: neighbour.similarity,
        page: plan.papers[neighbour.paper])
    }
    return facts
  }

  func topic(_ index: Int) -> [Fact] {
    let topic = atlas.topics[index]
    var facts = [Fact("papers", "\(topic.papers.count), and \(topic.alsoPapers.count) of other topics belong here too")]
    facts += person(plan.topics[index].stem)
    facts.append(Fact("theme", atlas.themes[topic.theme].name, page: plan.themes[topic.theme]))
    let tenths = Int((topic.nameability * 10).rounded())
    facts.append(
      Fact("named", "\(tenths / 10).\(abs(tenths % 10)): how well the name tells it apart; under 2.5 is weak"))
    facts += topic.terms.map { Fact("term", $0) }
    facts += topic.near.map { Fact("near", atlas.topics[$0].name, page: plan.topics[$0]) }
    for paper in topic.papers.prefix(Self.papersShown) {
      let weight = atlas.placements[paper].memberships.first { $0.topic == index }?.weight
      facts.append(Fact("typical", library.papers[paper].title, weight: weight, page: plan.papers[paper]))
    }
    facts += topic.path.map { step in
      let way =
        switch step.kind {
        case .start: "start here: "
        case .then: "then: "
        case .edge: "edge case: "
        case .bridge: step.topic.map { "bridge to “\(atlas.topics[$0].name)”: " } ?? "bridge: "
        }
      return Fact("path", way + library.papers[step.paper].title, page: plan.papers[step.paper])
    }
    return facts
  }

  func keyword(_ index: Int) -> [Fact] {
    let keyword = atlas.keywords[index]
    var facts = [Fact("papers", "\(keyword.papers.count), \(keyword.titleCount) with it in the title")]
    if let acronym = keyword.acronym.map({ atlas.acronyms[$0] }) {
      let long = acronym.expansions.map { "\($0.long) (\(count($0.papers)))" }
      facts.append(Fact("short", "\(acronym.short) for \(long.joined(separator: ", "))"))
    }
    facts += keyword.topics.map {
      Fact(
        "topic", "\(atlas.topics[$0.topic].name): \($0.count) of \(count(keyword.papers))", page: plan.topics[$0.topic])
    }
    facts += keyword.goesWith.map { Fact("with", atlas.keywords[$0].name, page: plan.keywords[$0]) }
    facts += keyword.papers.prefix(Self.papersShown).map {
      Fact("paper", library.papers[$0].title, page: plan.papers[$0])
    }
    return facts
  }

  private func place(_ sighting: Sighting) -> String {
    "\(library.dumps[sighting.dump].file):\(sighting.line), rank \(sighting.rank)"
  }

  private func count(_ papers: [Int]) -> String { "\(papers.count) paper\(papers.count == 1 ? "" : "s")" }

  /// What a paper's own words have in common with a topic's.
  private func shared(_ placement: Placement, with topic: Int) -> [String] {
    let terms = Set(atlas.topics[topic].terms + atlas.topics[topic].name.split(separator: " & ").map(String.init))
    var seen: Set<String> = []
    let own = placement.keywords.map { atlas.keywords[$0].name } + placement.phrases
    return Array(own.filter { terms.contains($0) && seen.insert($0).inserted }.prefix(5))
  }

  /// What a person wrote about a topic into the ledger.
  private func person(_ id: String) -> [Fact] {
    var facts: [Fact] = []
    if let entry = ledger.entries.first(where: { $0.id == id }) {
      if let name = entry.rename { facts.append(Fact("ledger", "renamed “\(name)”; inferred was “\(entry.name)”")) }
      if entry.isPinned { facts.append(Fact("ledger", "pinned: stays while it has a paper left")) }
    }
    return facts
      + ledger.entries.filter { $0.mergeInto == id }.map { Fact("ledger", "“\($0.name)” was merged into it") }
  }
}
