/// The way into a topic: where to start, what to read then, an edge case, a bridge to another topic.
struct ReadingPath {
  let clustering: Clustering
  let memberships: [[Membership]]
  let isLessTypical: [Bool]

  /// Fewest papers that need a path.
  private static let leastPapers = 5

  /// - Parameter members: papers of the topic, nearest to its middle first.
  func through(_ members: [Int]) -> [Step] {
    guard members.count >= Self.leastPapers else { return [] }
    var steps = [Step(.start, paper: members[0])]
    for _ in 0..<2 {
      if let next = next(among: members, after: steps.map(\.paper)) { steps.append(Step(.then, paper: next)) }
    }
    var taken = steps.map(\.paper)
    // An edge case is far out, but no stray: seven eighths down the list, or the next one above that is at home here.
    let outer = members[(members.count / 2)...min(members.count - 1, members.count * 7 / 8)]
    if let edge = outer.last(where: { !taken.contains($0) && !isLessTypical[$0] }) {
      steps.append(Step(.edge, paper: edge))
      taken.append(edge)
    }
    if let bridge = bridge(among: members, besides: taken) { steps.append(bridge) }
    return steps
  }

  /// A typical paper that is unlike those before it (maximal marginal relevance, Carbonell and Goldstein 1998).
  private func next(among members: [Int], after chosen: [Int]) -> Int? {
    let typical = members.prefix(max(4, members.count / 2)).filter { !chosen.contains($0) }
    var best: (paper: Int, score: Float)?
    for paper in typical {
      let nearest = chosen.map { Vectors.dot(clustering.vectors[paper], clustering.vectors[$0]) }.max() ?? 0
      let score = (memberships[paper].first?.weight ?? 0) - 0.5 * nearest
      if score > best?.score ?? -.infinity { best = (paper, score) }
    }
    return best?.paper
  }

  /// The paper whose second topic is nearly as near as its first.
  private func bridge(among members: [Int], besides taken: [Int]) -> Step? {
    var best: (paper: Int, topic: Int, gap: Float)?
    for paper in members where !taken.contains(paper) && memberships[paper].count > 1 {
      let gap = memberships[paper][0].weight - memberships[paper][1].weight - 0.1 * memberships[paper][1].weight
      if gap < best?.gap ?? .infinity { best = (paper, memberships[paper][1].topic, gap) }
    }
    return best.map { Step(.bridge, paper: $0.paper, topic: $0.topic) }
  }
}
