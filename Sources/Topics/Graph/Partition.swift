/// One level of the Leiden algorithm: a graph and the community of each node.
struct Partition {
  let graph: Graph
  /// Numbers under `graph.count`.
  private(set) var communities: [Int]
  private let strengths: [Double]
  /// Resolution over the doubled weight of all edges.
  private let penalty: Double
  /// Summed strength of each community's nodes.
  private var totals: [Double]

  init(graph: Graph, communities: [Int], resolution: Double) {
    self.graph = graph
    self.communities = communities
    strengths = (0..<graph.count).map(graph.strength)
    let doubled = strengths.reduce(0, +)
    penalty = doubled > 0 ? resolution / doubled : 0
    totals = [Double](repeating: 0, count: graph.count)
    for node in 0..<graph.count { totals[communities[node]] += strengths[node] }
  }

  /// Moves nodes to the neighbouring community with the largest gain until no move gains, by a work queue.
  mutating func moveNodes() {
    var queue = Array(0..<graph.count)
    var isQueued = [Bool](repeating: true, count: graph.count)
    var sums = [Double](repeating: 0, count: graph.count)
    var touched: [Int] = []
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      isQueued[node] = false
      guard let target = bestCommunity(of: node, &sums, &touched) else { continue }
      totals[communities[node]] -= strengths[node]
      totals[target] += strengths[node]
      communities[node] = target
      for edge in graph.offsets[node]..<graph.offsets[node + 1] {
        let other = Int(graph.targets[edge])
        if communities[other] != target && !isQueued[other] {
          isQueued[other] = true
          queue.append(other)
        }
      }
      // A long queue's read part is let go.
      if head > 2 * graph.count {
        queue.removeFirst(head)
        head = 0
      }
    }
  }

  /// Where `node` belongs, nil where that is where it is.
  private func bestCommunity(of node: Int, _ sums: inout [Double], _ touched: inout [Int]) -> Int? {
    let own = communities[node]
    graph.targets.withUnsafeBufferPointer { targets in
      for edge in graph.offsets[node]..<graph.offsets[node + 1] {
        let community = communities[Int(targets[edge])]
        if sums[community] == 0 { touched.append(community) }
        sums[community] += Double(graph.weights[edge])
      }
    }
    let share = penalty * strengths[node]
    let stay = sums[own] - share * (totals[own] - strengths[node])
    var best = own
    var gain = stay + 1e-9
    for community in touched where community != own {
      let candidate = sums[community] - share * totals[community]
      if candidate > gain { (best, gain) = (community, candidate) }
    }
    for community in touched { sums[community] = 0 }
    touched.removeAll(keepingCapacity: true)
    return best == own ? nil : best
  }

  /// Splits each community into well-connected parts: lone nodes join the part of their community that gains most.
  func refined() -> [Int] {
    var parts = Array(0..<graph.count)
    var partTotals = strengths
    var isLone = [Bool](repeating: true, count: graph.count)
    // Weight between a part and the rest of its community.
    var outward = [Double](repeating: 0, count: graph.count)
    for node in 0..<graph.count {
      for edge in graph.offsets[node]..<graph.offsets[node + 1]
      where communities[Int(graph.targets[edge])] == communities[node] { outward[node] += Double(graph.weights[edge]) }
    }
    var sums = [Double](repeating: 0, count: graph.count)
    var touched: [Int] = []
    for node in 0..<graph.count where isLone[node] {
      let total = totals[communities[node]]
      guard outward[node] >= penalty * strengths[node] * (total - strengths[node]) else { continue }
      for edge in graph.offsets[node]..<graph.offsets[node + 1] {
        let other = Int(graph.targets[edge])
        guard communities[other] == communities[node] else { continue }
        if sums[parts[other]] == 0 { touched.append(parts[other]) }
        sums[parts[other]] += Double(graph.weights[edge])
      }
      var best = node
      var gain = 0.0
      for part in touched where part != node {
        guard outward[part] >= penalty * partTotals[part] * (total - partTotals[part]) else { continue }
        let candidate = sums[part] - penalty * strengths[node] * partTotals[part]
        if candidate > gain { (best, gain) = (part, candidate) }
      }
      if best != node {
        outward[best] += outward[node] - 2 * sums[best]
        partTotals[best] += strengths[node]
        isLone[best] = false
        isLone[node] = false
        parts[node] = best
      }
      for part in touched { sums[part] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    return parts
  }
}
