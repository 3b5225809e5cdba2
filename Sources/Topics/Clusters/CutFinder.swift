import Parallel

/// Finds the ways to cut a collection into topics, of which the one whose topics are named best is to be kept.
///
/// A graph's communities are a fragile optimum. Where it costs little, several graphs are cut, each with its papers
/// drawn less and more towards their neighbours.
struct CutFinder: Sendable {
  let vectors: Vectors
  /// More neighbours of each paper than the graph has.
  let wide: Nearest
  /// The graph of the papers' neighbours.
  let graph: Graph
  let slices: Slices

  /// - Parameters:
  ///   - wanted: the number of topics where the publisher fixed it.
  ///   - generator: copied, so that nothing else depends on how topics were found.
  /// - Returns: at least one.
  func cuts(_ wanted: Int?, _ generator: SeededGenerator) -> [Clustering] {
    if let wanted { return [cut(exactly: wanted, generator)] }
    let target = Granularity.topics(papers: vectors.count)
    guard vectors.count <= Self.mostForSeveral else {
      return [cut(graph.communities(about: target), drawn(Self.usualShare))]
    }
    let drawn = Self.shares.map(drawn)
    let graphs = slices.mapEach(Self.widths.count, sliceSize: 1) { width in
      Graph(wide.first(Self.widths[width]), count: vectors.count).communities(about: target)
    }
    return slices.mapEach(graphs.count * drawn.count, sliceSize: 1) { place in
      cut(graphs[place / drawn.count], drawn[place % drawn.count])
    }
  }

  private func cut(_ communities: Grouping, _ rows: Vectors) -> Clustering {
    Clustering(vectors: vectors, groups: TopicFinder(vectors: rows, slices: slices).find(from: communities))
  }

  private func cut(exactly wanted: Int, _ generator: SeededGenerator) -> Clustering {
    var starts = generator
    let communities = graph.communities(about: max(wanted, Granularity.topics(papers: vectors.count)))
    let groups = TopicFinder(vectors: drawn(Self.usualShare), slices: slices).find(
      exactly: wanted, from: communities,
      rows: vectors.smoothed(over: wide, share: 0.3, rounds: 1, slices: slices), generator: &starts)
    return Clustering(vectors: vectors, groups: groups)
  }

  private func drawn(_ share: Float) -> Vectors { vectors.smoothed(over: wide, share: share, slices: slices) }

  /// How much a paper's neighbours usually weigh when topics are cut.
  static let usualShare: Float = 0.6

  /// Those shares, and neighbours per paper of the graphs, that small collections are cut with.
  private static let shares: [Float] = [0.3, 0.6]
  private static let widths = [10, 20]

  /// Papers up to which there are several cuts, which cost about a sixth of the analysis.
  private static let mostForSeveral = 12_000
}
