import Papers
import Parallel

/// The analysis phase: a library in, an atlas out.
public enum Analysis {
  /// Finds topics, themes, keywords, names, neighbours and the map of `papers`.
  ///
  /// The result depends only on the papers and the options; the number of threads never changes it.
  public static func chart(_ papers: [Paper], options: AnalysisOptions = AnalysisOptions()) -> Atlas {
    chart(papers, options: options) { _ in }
  }

  /// The same, told step by step.
  ///
  /// - Parameter ended: called after each step with its name.
  package static func chart(_ papers: [Paper], options: AnalysisOptions, ended: (String) -> Void) -> Atlas {
    guard !papers.isEmpty else { return Atlas() }
    let slices = Slices(threads: options.threads)
    var generator = SeededGenerator(seed: options.seed)
    var corpus = Corpus(papers)
    let matrix = TermMatrix(corpus)
    ended("words")
    let words = LatentSemantics.vectors(
      of: matrix, dimension: dimensions(papers: papers.count), generator: &generator, slices: slices)
    ended("vectors")
    let vectors = options.embeddings.map { words.joined(with: $0.rows(of: papers)) } ?? words
    let wide = Nearest(vectors, width: 2 * neighbours, slices: slices)
    let nearest = wide.first(neighbours)
    let figures = figures(vectors, wide)
    ended("neighbours")
    let graph = Graph(nearest, count: papers.count)
    let kept = options.earlier?.kept(papers)
    let cuts =
      if let kept {
        [Clustering(kept, vectors: vectors, rows: vectors.smoothed(over: wide, share: CutFinder.usualShare))]
      } else {
        CutFinder(vectors: vectors, wide: wide, graph: graph, slices: slices).cuts(options.topics, generator)
      }
    ended("topics")
    let index = PhraseIndex(reading: &corpus, papers)
    ended("phrases")
    let labels = Labels(
      index, cuts, maySplit: options.topics == nil && kept == nil, forbidden: options.forbidden, slices: slices)
    ended("names")
    let map = AtlasMap(labels, nearest: nearest, graph: graph, generator: &generator, slices: slices)
    ended("map")
    var atlas = Chart(
      papers: papers, corpus: corpus, matrix: matrix, nearest: nearest,
      phrases: SharedPhrases(index, focus: labels.focusOfPhrase), labels: labels, map: map, figures: figures
    )
    .atlas(slices: slices)
    atlas.drift = kept?.drift
    ended("reading")
    return atlas
  }

  /// The papers nearest to each of `papers`, nearest first, as topics and map see them.
  package static func neighbours(of papers: [Paper], count: Int, threads: Int) -> [[Int]] {
    guard !papers.isEmpty else { return [] }
    let slices = Slices(threads: threads)
    var generator = SeededGenerator(seed: AnalysisOptions().seed)
    let vectors = LatentSemantics.vectors(
      of: TermMatrix(Corpus(papers)), dimension: dimensions(papers: papers.count), generator: &generator,
      slices: slices)
    let nearest = Nearest(vectors, width: count, slices: slices)
    return papers.indices.map { nearest.of($0).map(\.paper) }
  }

  /// How many of the true neighbours an approximate search found, asked of a few hundred papers.
  private static func figures(_ vectors: Vectors, _ nearest: Nearest) -> [Figure] {
    guard vectors.count > Nearest.mostForExact else { return [] }
    let block = DenseBlock(vectors)
    let asked = (0..<256).map { $0 * (vectors.count / 256) }
    let exact = NearestScan(width: 10).search(asked, in: block)
    return [Figure("neighbours: ten nearest found", nearest.recall(of: exact, rows: asked))]
  }

  /// Neighbours per paper.
  private static let neighbours = 15

  /// Dimensions of the vectors: more in larger collections, 64 at most.
  private static func dimensions(papers: Int) -> Int { min(64, max(8, papers / 8)) }
}
