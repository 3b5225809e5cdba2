/// An undirected weighted graph in compressed rows.
struct Graph: Sendable, Equatable {
  /// Edges of node `v` are `offsets[v]..<offsets[v + 1]`; each edge stands in the rows of both ends.
  var offsets: [Int]
  var targets: [Int32]
  var weights: [Float]
  /// Weight that a node holds within itself, counted at both ends.
  var loops: [Double]

  /// Number of nodes.
  var count: Int { offsets.count - 1 }

  /// The union of all neighbour relations, weighted by cosine.
  init(_ nearest: Nearest, count: Int) {
    var degrees = [Int](repeating: 0, count: count + 1)
    var edges: [(from: Int32, to: Int32, weight: Float)] = []
    for paper in 0..<(nearest.width == 0 ? 0 : count) {
      for neighbour in nearest.of(paper) {
        // A mutual pair is told by the lower end alone.
        if neighbour.paper < paper, nearest.names(paper, from: neighbour.paper) { continue }
        edges.append((Int32(paper), Int32(neighbour.paper), neighbour.similarity))
        degrees[paper + 1] += 1
        degrees[neighbour.paper + 1] += 1
      }
    }
    for node in 0..<count { degrees[node + 1] += degrees[node] }
    offsets = degrees
    targets = [Int32](repeating: 0, count: edges.count * 2)
    weights = [Float](repeating: 0, count: edges.count * 2)
    loops = [Double](repeating: 0, count: count)
    var next = degrees
    for edge in edges {
      for (from, to) in [(edge.from, edge.to), (edge.to, edge.from)] {
        targets[next[Int(from)]] = to
        weights[next[Int(from)]] = edge.weight
        next[Int(from)] += 1
      }
    }
  }

  /// The graph between the `communities` of `graph`, which are numbered densely.
  init(_ graph: Graph, merging communities: Grouping) {
    let count = communities.count
    let (starts, members) = communities.sorted()
    offsets = [0]
    targets = []
    weights = []
    loops = [Double](repeating: 0, count: count)
    WeightTally.with(count: count) { tally in
      graph.withEdges { edges in
        for community in 0..<count {
          for node in members[starts[community]..<starts[community + 1]] {
            loops[community] += graph.loops[node]
            for edge in edges.range(of: node) {
              let other = communities.numbers[Int(edges.targets[edge])]
              if other == community {
                loops[community] += Double(edges.weights[edge])
              } else {
                tally.add(edges.weights[edge], to: other)
              }
            }
          }
          for other in tally.sorted() {
            targets.append(Int32(other))
            weights.append(Float(tally[other]))
          }
          tally.clear()
          offsets.append(targets.count)
        }
      }
    }
  }

  /// Summed weight of the edges of `node`, its own loop included.
  func strength(_ node: Int) -> Double {
    var sum = loops[node]
    for edge in offsets[node]..<offsets[node + 1] { sum += Double(weights[edge]) }
    return sum
  }
}

extension Graph {
  /// The edges without the cost of looking after them.
  struct Edges {
    let offsets: UnsafeBufferPointer<Int>
    let targets: UnsafeBufferPointer<Int32>
    let weights: UnsafeBufferPointer<Float>

    @inline(__always)
    func range(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }
  }

  func withEdges(_ body: (Edges) -> Void) {
    offsets.withUnsafeBufferPointer { offsets in
      targets.withUnsafeBufferPointer { targets in
        weights.withUnsafeBufferPointer { body(Edges(offsets: offsets, targets: targets, weights: $0)) }
      }
    }
  }
}

extension Nearest {
  /// The place of `paper` among the neighbours of `other`.
  func place(of paper: Int, from other: Int) -> Int? {
    papers.withUnsafeBufferPointer { papers in
      let start = other * width
      for place in 0..<width where papers[start + place] == Int32(truncatingIfNeeded: paper) { return place }
      return nil
    }
  }

  fileprivate func names(_ paper: Int, from other: Int) -> Bool { place(of: paper, from: other) != nil }
}
