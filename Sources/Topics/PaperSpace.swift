import Papers
import Parallel

/// Where papers lie by the words that they use: their vectors, their neighbours, and the ways to cut them into topics.
struct PaperSpace: Sendable {
  let matrix: TermMatrix
  let vectors: Vectors
  let nearest: Nearest
  /// The graph of the neighbours.
  let graph: Graph
  /// At least one.
  let cuts: [Clustering]
  let figures: [Figure]
  /// The topics of an edition before, where they are kept.
  let kept: EarlierTopics.Kept?

  /// Neighbours per paper.
  private static let neighbours = 15

  /// - Parameters:
  ///   - generator: is left where the vectors left it.
  ///   - ended: called after each step with its name.
  init(
    _ matrix: TermMatrix, _ papers: [Paper], options: AnalysisOptions, generator: inout SeededGenerator, slices: Slices,
    ended: (String) -> Void
  ) {
    self.matrix = matrix
    let words = Self.words(matrix, generator: &generator, slices: slices)
    vectors = options.embeddings.map { words.joined(with: $0.rows(of: papers)) } ?? words
    ended("vectors")
    let wide = Nearest(vectors, width: 2 * Self.neighbours, slices: slices)
    nearest = wide.first(Self.neighbours)
    figures = Self.figures(vectors, wide)
    ended("neighbours")
    graph = Graph(nearest, count: papers.count)
    kept = options.earlier?.kept(papers)
    cuts =
      if let kept {
        [
          Clustering(
            kept, vectors: vectors, rows: vectors.smoothed(over: wide, share: CutFinder.usualShare, slices: slices))
        ]
      } else {
        CutFinder(vectors: vectors, wide: wide, graph: graph, slices: slices).cuts(options.topics, generator)
      }
    ended("topics")
  }

  /// The papers as vectors of their words' meanings: more dimensions in larger collections, 64 at most.
  static func words(_ matrix: TermMatrix, generator: inout SeededGenerator, slices: Slices) -> Vectors {
    LatentSemantics.vectors(
      of: matrix, dimension: min(64, max(8, matrix.height / 8)), generator: &generator, slices: slices)
  }

  /// How many of the true neighbours an approximate search found, asked of a few hundred papers.
  private static func figures(_ vectors: Vectors, _ nearest: Nearest) -> [Figure] {
    guard vectors.count > Nearest.mostForExact else { return [] }
    let block = DenseBlock(vectors)
    let asked = (0..<256).map { $0 * (vectors.count / 256) }
    let exact = NearestScan(width: 10).search(asked, in: block)
    return [Figure("neighbours: ten nearest found", nearest.recall(of: exact, rows: asked))]
  }
}
