import CLanes
import Parallel

/// A plane picture of the neighbour graph: near papers near, the rest pushed off.
///
/// t-SNE (van der Maaten and Hinton 2008) with weights by a neighbour's place in place of a calibrated kernel, and with the repulsion, which changes slowly, worked out anew in every third step alone;
/// in large collections from a fresh sample of the papers.
struct MapLayout {
  private let graph: Graph
  /// How strongly each edge pulls: what its ends give it together.
  private let shares: [Float]
  private var x: [Float]
  private var y: [Float]
  private var speedX: [Float]
  private var speedY: [Float]

  private static let steps = 80
  /// Steps at the start in which attraction is four times as strong, so that groups can pass one another.
  private static let early = 20
  private static let repulsionEvery = 3
  private static let rate: Float = 0.55
  /// Papers that push, at most.
  private static let mostPushers = 1_024

  /// Places the papers of `vectors`, in units of the layout's own.
  static func points(
    of vectors: Vectors, nearest: Nearest, graph: Graph, generator: inout SeededGenerator, slices: Slices
  ) -> [MapPoint] {
    var layout = MapLayout(vectors, nearest, graph)
    layout.run(&generator, slices)
    return zip(layout.x, layout.y).map { MapPoint(x: $0, y: $1) }
  }

  private init(_ vectors: Vectors, _ nearest: Nearest, _ graph: Graph) {
    self.graph = graph
    // The share of a neighbour falls evenly with its place, and those of a paper sum to one.
    let places = (0..<nearest.width).map { 1 - Float($0) / Float(nearest.width + 1) }
    let sum = places.reduce(0, +)
    func share(_ paper: Int, _ other: Int) -> Float {
      nearest.place(of: other, from: paper).map { places[$0] / sum } ?? 0
    }
    shares = (0..<graph.count).flatMap { paper in
      (graph.offsets[paper]..<graph.offsets[paper + 1]).lazy.map { edge in
        let other = Int(graph.targets[edge])
        return share(paper, other) + share(other, paper)
      }
    }
    // The first column says how usual a paper is; the next two are the directions in which papers differ most.
    let dimension = vectors.dimension
    let (first, second) = dimension > 2 ? (1, 2) : (0, dimension - 1)
    x = (0..<vectors.count).map { vectors.values[$0 * dimension + first] * 0.1 }
    y = (0..<vectors.count).map { vectors.values[$0 * dimension + second] * 0.1 }
    speedX = [Float](repeating: 0, count: vectors.count)
    speedY = speedX
  }

  private mutating func run(_ generator: inout SeededGenerator, _ slices: Slices) {
    let count = graph.count
    guard count > 1 else { return }
    var pushes: [(x: Float, y: Float)] = []
    for step in 0..<Self.steps {
      if step % Self.repulsionEvery == 0 {
        pushes = repulsion(from: pushers(&generator), slices)
      }
      let pull: Float = step < Self.early ? 4 : 1
      let momentum: Float = step < Self.early ? 0.5 : 0.8
      let pulls = attraction(slices)
      for paper in 0..<count {
        speedX[paper] = momentum * speedX[paper] + Self.rate * (pushes[paper].x - pull * pulls[paper].x)
        speedY[paper] = momentum * speedY[paper] + Self.rate * (pushes[paper].y - pull * pulls[paper].y)
        x[paper] += speedX[paper]
        y[paper] += speedY[paper]
      }
    }
  }

  private func attraction(_ slices: Slices) -> [(x: Float, y: Float)] {
    slices.map(graph.count, sliceSize: 512) { papers in
      var pulls: [(x: Float, y: Float)] = []
      pulls.reserveCapacity(papers.count)
      graph.withEdges { edges in
        x.withUnsafeBufferPointer { x in
          y.withUnsafeBufferPointer { y in
            shares.withUnsafeBufferPointer { shares in
              for paper in papers { pulls.append(attraction(on: paper, edges, shares, x, y)) }
            }
          }
        }
      }
      return pulls
    }.flatMap { $0 }
  }

  @inline(__always)
  private func attraction(
    on paper: Int, _ edges: Graph.Edges, _ shares: UnsafeBufferPointer<Float>, _ x: UnsafeBufferPointer<Float>,
    _ y: UnsafeBufferPointer<Float>
  ) -> (x: Float, y: Float) {
    var (sumX, sumY): (Float, Float) = (0, 0)
    for edge in edges.range(of: paper) {
      let other = Int(edges.targets[edge])
      let (dx, dy) = (x[paper] - x[other], y[paper] - y[other])
      let pull = shares[edge] / (1 + dx * dx + dy * dy)
      sumX += pull * dx
      sumY += pull * dy
    }
    return (sumX, sumY)
  }

  /// All papers, or as many as may push, drawn anew.
  private func pushers(_ generator: inout SeededGenerator) -> [Int] {
    guard graph.count > Self.mostPushers else { return Array(0..<graph.count) }
    return (0..<Self.mostPushers).map { _ in generator.index(graph.count) }
  }

  /// The push that each paper gets from the others, scaled so that all pushes together weigh as much as all pulls.
  private func repulsion(from pushers: [Int], _ slices: Slices) -> [(x: Float, y: Float)] {
    let count = graph.count
    // The last lane is filled with places so far off that they do not count.
    let padding = [Float](repeating: 1e9, count: (8 - pushers.count % 8) % 8)
    let otherX = pushers.map { x[$0] } + padding
    let otherY = pushers.map { y[$0] } + padding
    let forces = slices.map(count, sliceSize: 512) { papers in
      Forces(on: papers, x, y, by: otherX, otherY)
    }
    var weight = 0.0
    for force in forces { for value in force.weights { weight += Double(value) } }
    // A paper among the pushers does not push itself.
    weight -= Double(pushers.count)
    let scale = weight > 0 ? Float(2 * Double(count) / weight) : 0
    return forces.flatMap { force in force.x.indices.lazy.map { (force.x[$0] * scale, force.y[$0] * scale) } }
  }

  /// The forces that points get from all others, with the kernel's weights summed for each.
  private struct Forces {
    let x: [Float]
    let y: [Float]
    let weights: [Float]

    init(on papers: Range<Int>, _ x: [Float], _ y: [Float], by otherX: [Float], _ otherY: [Float]) {
      var (forceX, forceY) = ([Float](repeating: 0, count: papers.count), [Float](repeating: 0, count: papers.count))
      var weights = forceX
      lanes_pushes(
        Array(x[papers]), Array(y[papers]), papers.count, otherX, otherY, otherX.count, &forceX, &forceY, &weights)
      (self.x, self.y, self.weights) = (forceX, forceY, weights)
    }
  }
}
