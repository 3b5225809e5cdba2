import Papers
import Topics

extension Consensus {
  /// Of the papers that the dumps agree on, those to show first: wanted by many dumps, central to their topics and
  /// unlike one another.
  ///
  /// Maximal marginal relevance (Carbonell and Goldstein 1998): each step takes the paper with the best value less
  /// what the nearest one taken before already says. The value is the share of the best fused rank, raised by the
  /// number of dumps and by the paper's weight in its topic.
  ///
  /// - Parameter papers: in the order of `order`.
  public static func digest(_ papers: [Int], _ library: Library, _ atlas: Atlas, most: Int) -> [Int] {
    let dumps = Double(max(1, library.dumps.count))
    let fused = papers.map { paper in
      bestPerDump(library.papers[paper].sightings).reduce(0) { $0 + 1 / (60 + Double($1.rank)) }
    }
    let best = fused.max() ?? 1
    var left = zip(papers, fused).prefix(most * 12).map { paper, fused in
      let seen = Double(bestPerDump(library.papers[paper].sightings).count) / dumps
      let centrality = Double(atlas.placements[paper].memberships.first?.weight ?? 0)
      return (paper: paper, value: fused / best + seen + 0.3 * centrality, said: 0.0)
    }
    var chosen: [Int] = []
    while chosen.count < most, !left.isEmpty {
      var at = 0
      for index in left.indices where left[index].value - left[index].said > left[at].value - left[at].said {
        at = index
      }
      let paper = left.remove(at: at).paper
      chosen.append(paper)
      for index in left.indices { left[index].said = max(left[index].said, likeness(paper, left[index].paper, atlas)) }
    }
    return chosen
  }

  /// How much one paper says of what another one says, 0...1: their similarity, or half for a common topic.
  private static func likeness(_ a: Int, _ b: Int, _ atlas: Atlas) -> Double {
    let (one, other) = (atlas.placements[a], atlas.placements[b])
    let near =
      one.neighbours.first { $0.paper == b }?.similarity ?? other.neighbours.first { $0.paper == a }?.similarity
    if let near { return Double(near) }
    guard let topic = one.memberships.first?.topic, topic == other.memberships.first?.topic else { return 0 }
    return 0.5
  }
}
