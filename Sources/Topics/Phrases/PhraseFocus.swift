/// Tells phrases whose papers are about one thing from those that stand in papers of any kind.
///
/// The measure is the mean cosine between the papers that hold the phrase, compared with that between any two papers.
/// "Audio" gathers papers that are alike, "generation" does not, however good a noun it is.
struct PhraseFocus {
  private let vectors: Vectors
  /// Mean cosine between any two papers.
  private let base: Float

  /// Pairs of papers that the expectation weighs, so that few papers prove little.
  private static let prior: Float = 10
  /// Share of the way from `base` to 1 at which a single word, and a longer phrase, is focused.
  private static let focused: (word: Float, phrase: Float) = (0.14, 0.08)
  /// Factor of a phrase without any focus.
  private static let least: (word: Float, phrase: Float) = (0.3, 0.5)

  init(_ vectors: Vectors) {
    self.vectors = vectors
    base = Self.meanCosine(vectors, 0..<vectors.count)
  }

  /// The focus of a phrase of `length` words in `papers`, 1 for a focused one.
  func value(_ papers: some Collection<Int>, length: Int, isName: Bool) -> Float {
    guard papers.count > 1, base < 0.99 else { return 1 }
    let full = length == 1 ? Self.focused.word : Self.focused.phrase
    let least = isName ? 0.7 : length == 1 ? Self.least.word : Self.least.phrase
    let pairs = Float(papers.count) * Float(papers.count - 1) / 2
    let excess = (Self.meanCosine(vectors, papers) - base) / (1 - base)
    let expected = (excess * pairs + full * Self.prior) / (pairs + Self.prior)
    return least + (1 - least) * max(0, min(1, 2 * expected / full - 1))
  }

  private static func meanCosine(_ vectors: Vectors, _ papers: some Collection<Int>) -> Float {
    let dimension = vectors.dimension
    var sum = [Float](repeating: 0, count: dimension)
    vectors.values.withUnsafeBufferPointer { values in
      for paper in papers {
        for column in 0..<dimension { sum[column] += values[paper * dimension + column] }
      }
    }
    let count = Float(papers.count)
    return (sum.reduce(0) { $0 + $1 * $1 } - count) / max(1, count * (count - 1))
  }
}

extension PhraseIndex {
  /// Works out the focus of every phrase that may be a keyword.
  mutating func focus(by vectors: Vectors) {
    guard vectors.count == papers, papers > 2 else { return }
    let focus = PhraseFocus(vectors)
    for phrase in phrases.indices where phrases[phrase].quality >= SiteKeywords.leastQuality {
      let isName = words(of: phrase).contains { lexicon.traits($0).contains(.capital) }
      phrases[phrase].focus = focus.value(
        postings(of: phrase).lazy.map(\.paper), length: Int(phrases[phrase].length), isName: isName)
    }
  }
}
