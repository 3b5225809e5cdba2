/// Communities of a weighted graph by modularity with a resolution (Traag, Waltman, van Eck 2019).
///
/// Nodes are visited in a fixed order and the refinement takes the best merge in place of a random one, so the
/// result depends on the graph and the resolution alone; every community is connected.
enum Leiden {
  /// The community of each node.
  ///
  /// - Parameter resolution: more and smaller communities the higher it is; 1 is plain modularity.
  static func communities(of graph: Graph, resolution: Double) -> Grouping {
    var level = Partition(graph: graph, communities: (0..<Int32(graph.count)).map { $0 }, resolution: resolution)
    var nodes = Array(0..<graph.count)
    while true {
      level.moveNodes()
      let communities = Grouping(level.communities)
      if communities.count == level.graph.count { return Grouping(nodes.map { communities.numbers[$0] }) }
      let refined = Grouping(level.refined())
      // Where the refinement merges nothing, the communities themselves are merged.
      let merged = refined.count < level.graph.count ? refined : communities
      var parents = [Int32](repeating: 0, count: merged.count)
      for node in 0..<level.graph.count { parents[merged.numbers[node]] = Int32(communities.numbers[node]) }
      nodes = nodes.map { merged.numbers[$0] }
      level = Partition(graph: Graph(level.graph, merging: merged), communities: parents, resolution: resolution)
    }
  }
}
