/// One level of the Leiden algorithm: a graph and the community of each node.
struct Partition {
  let graph: Graph
  /// Numbers under `graph.count`.
  private(set) var communities: [Int32]
  private let strengths: [Double]
  /// Resolution over the doubled weight of all edges.
  private let penalty: Double
  /// Summed strength of each community's nodes.
  private var totals: [Double]

  init(graph: Graph, communities: [Int32], resolution: Double) {
    self.graph = graph
    self.communities = communities
    strengths = (0..<graph.count).map(graph.strength)
    let doubled = strengths.reduce(0, +)
    penalty = doubled > 0 ? resolution / doubled : 0
    totals = [Double](repeating: 0, count: graph.count)
    for node in 0..<graph.count { totals[Int(communities[node])] += strengths[node] }
  }

  /// Moves nodes to the neighbouring community with the largest gain until no move gains, by a work queue.
  mutating func moveNodes() {
    var queue = NodeQueue(all: graph.count)
    var (communities, totals) = (self.communities, self.totals)
    // Let go of here, so that they are changed in place.
    (self.communities, self.totals) = ([], [])
    WeightTally.with(count: graph.count) { tally in
      graph.withEdges { edges in
        communities.withUnsafeMutableBufferPointer { communities in
          totals.withUnsafeMutableBufferPointer { totals in
            while let node = queue.next() {
              let own = Int(communities[node])
              for edge in edges.range(of: node) {
                tally.add(edges.weights[edge], to: Int(communities[Int(edges.targets[edge])]))
              }
              let target = best(for: node, in: own, tally, totals)
              tally.clear()
              if target == own { continue }
              totals[own] -= strengths[node]
              totals[target] += strengths[node]
              communities[node] = Int32(target)
              for edge in edges.range(of: node) {
                let other = Int(edges.targets[edge])
                if Int(communities[other]) != target { queue.add(other) }
              }
            }
          }
        }
      }
    }
    (self.communities, self.totals) = (communities, totals)
  }

  /// The community where `node`, now in `own`, belongs.
  @inline(__always)
  private func best(
    for node: Int, in own: Int, _ tally: WeightTally, _ totals: UnsafeMutableBufferPointer<Double>
  ) -> Int {
    let share = penalty * strengths[node]
    let stay = tally[own] - share * (totals[own] - strengths[node])
    var best = own
    var gain = stay + 1e-9
    for place in 0..<tally.count {
      let community = tally.number(place)
      if community == own { continue }
      let candidate = tally[community] - share * totals[community]
      if candidate > gain { (best, gain) = (community, candidate) }
    }
    return best
  }

  /// Splits each community into well-connected parts: lone nodes join the part of their community that gains most.
  func refined() -> [Int32] {
    var parts = (0..<Int32(graph.count)).map { $0 }
    var partTotals = strengths
    var isLone = [Bool](repeating: true, count: graph.count)
    WeightTally.with(count: graph.count) { tally in
      graph.withEdges { edges in
        // Weight between a part and the rest of its community.
        var outward = outward(edges)
        for node in 0..<graph.count where isLone[node] {
          let community = communities[node]
          let total = totals[Int(community)]
          guard outward[node] >= penalty * strengths[node] * (total - strengths[node]) else { continue }
          for edge in edges.range(of: node) {
            let other = Int(edges.targets[edge])
            if communities[other] == community { tally.add(edges.weights[edge], to: Int(parts[other])) }
          }
          var best = node
          var gain = 0.0
          for place in 0..<tally.count {
            let part = tally.number(place)
            guard part != node, outward[part] >= penalty * partTotals[part] * (total - partTotals[part]) else {
              continue
            }
            let candidate = tally[part] - penalty * strengths[node] * partTotals[part]
            if candidate > gain { (best, gain) = (part, candidate) }
          }
          if best != node {
            outward[best] += outward[node] - 2 * tally[best]
            partTotals[best] += strengths[node]
            isLone[best] = false
            isLone[node] = false
            parts[node] = Int32(best)
          }
          tally.clear()
        }
      }
    }
    return parts
  }

  private func outward(_ edges: Graph.Edges) -> [Double] {
    (0..<graph.count).map { node in
      var sum = 0.0
      for edge in edges.range(of: node) where communities[Int(edges.targets[edge])] == communities[node] {
        sum += Double(edges.weights[edge])
      }
      return sum
    }
  }
}
