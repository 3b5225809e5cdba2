/// A plane picture of the neighbour graph: near papers near, the rest pushed off.
///
/// Attraction along edges and repulsion from sampled others, with the kernel `1 / (1 + d²)`
/// (UMAP, McInnes, Healy, Melville 2018), one thread, a fixed start and a seeded generator.
struct MapLayout {
  private let graph: Graph
  private var x: [Float]
  private var y: [Float]

  /// Places the papers of `vectors`, in units of the layout's own.
  static func points(of vectors: Vectors, graph: Graph, generator: inout SeededGenerator) -> [MapPoint] {
    var layout = MapLayout(vectors, graph, &generator)
    layout.run(epochs: Self.epochs(papers: vectors.count), &generator)
    return zip(layout.x, layout.y).map { MapPoint(x: $0, y: $1) }
  }

  private static func epochs(papers: Int) -> Int { papers < 2_000 ? 150 : papers < 20_000 ? 60 : 30 }

  private init(_ vectors: Vectors, _ graph: Graph, _ generator: inout SeededGenerator) {
    self.graph = graph
    let dimension = vectors.dimension
    x = []
    y = []
    // The first column says how usual a paper is; the next two are the directions in which papers differ most.
    let (first, second) = dimension > 2 ? (1, 2) : (0, dimension - 1)
    for paper in 0..<vectors.count {
      let start = paper * dimension
      x.append(vectors.values[start + first] * 10 + generator.unit() * 0.1)
      y.append(vectors.values[start + second] * 10 + generator.unit() * 0.1)
    }
  }

  private mutating func run(epochs: Int, _ generator: inout SeededGenerator) {
    let count = graph.count
    guard count > 1 else { return }
    for epoch in 0..<epochs {
      let rate = 1 - Float(epoch) / Float(epochs)
      for node in 0..<count {
        for edge in graph.offsets[node]..<graph.offsets[node + 1] where Int(graph.targets[edge]) > node {
          attract(node, Int(graph.targets[edge]), graph.weights[edge] * rate)
        }
        for _ in 0..<20 {
          let other = generator.index(count)
          if other != node { repel(node, other, rate) }
        }
      }
    }
  }

  private mutating func attract(_ a: Int, _ b: Int, _ rate: Float) {
    let (dx, dy) = (x[a] - x[b], y[a] - y[b])
    let pull = min(0.5, rate / (1 + dx * dx + dy * dy))
    x[a] -= pull * dx
    y[a] -= pull * dy
    x[b] += pull * dx
    y[b] += pull * dy
  }

  private mutating func repel(_ a: Int, _ b: Int, _ rate: Float) {
    let (dx, dy) = (x[a] - x[b], y[a] - y[b])
    let square = dx * dx + dy * dy
    let push = rate / ((0.01 + square) * (1 + square))
    x[a] += max(-4, min(4, push * dx))
    y[a] += max(-4, min(4, push * dy))
  }
}
