/// Names themes so that the name covers their topics: by what several of them share, or by the largest.
struct ThemeNaming {
  let index: PhraseIndex
  let names: [TopicName]
  /// Papers of each topic.
  let members: [[Int]]
  /// Topic of each paper.
  let topicOf: [Int]

  /// A topic counts as covered by a phrase that so large a share of its papers hold.
  private static let full: Float = 0.6
  private static let least: Float = 0.25
  /// Letters of a name of three parts.
  private static let longest = 56

  /// The parts of the name of a theme.
  ///
  /// - Parameters:
  ///   - terms: the phrases that tell the theme from the others, best first.
  ///   - taken: phrases that name other themes.
  func parts(of topics: [Int], terms: [TopicPhrase], besides taken: Set<Int>) -> [Int] {
    if topics.count == 1, let only = topics.first { return names[only].parts }
    let named = topics.filter { !names[$0].isOther }
    let children = named.isEmpty ? topics : named
    let candidates = self.candidates(children, terms).filter { !taken.contains($0.phrase) }
    let papers = Float(children.reduce(0) { $0 + members[$1].count })
    var covered = [Float](repeating: 0, count: children.count)
    var parts: [Int] = []
    while parts.count < (children.count > 3 ? 3 : 2) {
      var best: (candidate: Candidate, gain: Float)?
      for candidate in candidates where goes(candidate.phrase, with: parts) {
        var gain: Float = 0
        for (child, topic) in children.enumerated() {
          gain += Float(members[topic].count) * max(0, candidate.cover[child] - covered[child])
        }
        gain *= candidate.worth
        if gain > best?.gain ?? 0 { best = (candidate, gain) }
      }
      guard let best, parts.isEmpty || best.gain >= 0.09 * papers else { break }
      parts.append(best.candidate.phrase)
      for child in children.indices { covered[child] = max(covered[child], best.candidate.cover[child]) }
      if parts.count == 3, index.written(parts).count > Self.longest { parts.removeLast() }
    }
    return parts
  }

  private struct Candidate {
    var phrase: Int
    /// How far it stands for each topic of the theme, 0...1.
    var cover: [Float]
    /// How far it belongs to the theme alone, and how good a name it is.
    var worth: Float
  }

  /// The names of the topics and the terms of the theme, each once.
  private func candidates(_ children: [Int], _ terms: [TopicPhrase]) -> [Candidate] {
    var seen: Set<Int> = []
    let phrases = (children.flatMap { names[$0].parts } + terms.map(\.phrase)).filter { seen.insert($0).inserted }
    return phrases.compactMap { candidate($0, children) }
  }

  private func candidate(_ phrase: Int, _ children: [Int]) -> Candidate? {
    var counts: [Int: Int] = [:]
    var papers = 0
    for posting in index.postings(of: phrase) {
      counts[topicOf[posting.paper], default: 0] += 1
      papers += 1
    }
    let inside = children.reduce(0) { $0 + counts[$1, default: 0] }
    let cover = children.map { topic -> Float in
      let share = Float(counts[topic, default: 0]) / Float(max(1, members[topic].count))
      let held = share < Self.least ? 0 : min(1, share / Self.full)
      guard let place = names[topic].parts.firstIndex(of: phrase) else { return held }
      return max(held, place == 0 || names[topic].parts.count == 1 ? 1 : 0.8)
    }
    let purity = Float(inside) / Float(max(1, papers))
    let facts = index.phrases[phrase]
    let isOfTopic = children.contains { names[$0].parts.contains(phrase) }
    let quality = min(1, facts.quality) * (facts.length == 1 ? facts.focus * facts.focus : 1)
    // What is as common elsewhere, or no name by itself, tells nothing of the theme.
    if !isOfTopic, purity < 0.4 || quality < 0.4 { return nil }
    let worth = purity.squareRoot() * (0.5 + 0.5 * quality)
    // A topic's name was weighed already.
    return Candidate(phrase: phrase, cover: cover, worth: isOfTopic ? 0.6 + 0.4 * worth : worth)
  }

  private func goes(_ phrase: Int, with parts: [Int]) -> Bool {
    let stems = Set(index.stems(of: phrase))
    return parts.allSatisfy { stems.isDisjoint(with: index.stems(of: $0)) }
  }
}
