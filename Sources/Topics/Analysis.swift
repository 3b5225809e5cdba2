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
  /// - Parameter ended: called after each step with its name; steps that do not need one another may end at any time.
  package static func chart(
    _ papers: [Paper], options: AnalysisOptions, ended: @escaping @Sendable (String) -> Void
  ) -> Atlas {
    guard !papers.isEmpty else { return Atlas() }
    let slices = Slices(threads: options.threads)
    var generator = SeededGenerator(seed: options.seed)
    let corpus = Corpus(papers, slices: slices)
    let matrix = TermMatrix(corpus, slices: slices)
    ended("words")
    let (space, index) = slices.both {
      PaperSpace(matrix, papers, options: options, generator: &generator, slices: slices, ended: ended)
    } and: {
      let index = PhraseIndex(corpus, papers)
      ended("phrases")
      return index
    }
    let (labels, layout) = slices.both {
      let labels = Labels(
        index, space.cuts, maySplit: options.topics == nil && space.kept == nil, forbidden: options.forbidden,
        slices: slices)
      ended("names")
      return labels
    } and: { [generator] in
      let layout = AtlasMap(space, generator: generator, slices: slices)
      ended("map")
      return layout
    }
    let chart = Chart(
      papers: papers, corpus: corpus, space: space,
      phrases: SharedPhrases(index, focus: labels.focusOfPhrase), labels: labels)
    var (atlas, map) = slices.both {
      let atlas = chart.atlas(slices: slices)
      ended("reading")
      return atlas
    } and: {
      let map = layout.named(labels)
      ended("names on the map")
      return map
    }
    atlas.drift = space.kept?.drift
    chart.place(&atlas, on: map)
    return atlas
  }

  /// The papers nearest to each of `papers`, nearest first, as topics and map see them.
  package static func neighbours(of papers: [Paper], count: Int, threads: Int) -> [[Int]] {
    guard !papers.isEmpty else { return [] }
    let slices = Slices(threads: threads)
    var generator = SeededGenerator(seed: AnalysisOptions().seed)
    let vectors = PaperSpace.words(TermMatrix(Corpus(papers), slices: slices), generator: &generator, slices: slices)
    let nearest = Nearest(vectors, width: count, slices: slices)
    return papers.indices.map { nearest.of($0).map(\.paper) }
  }
}
