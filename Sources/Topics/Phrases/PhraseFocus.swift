/// Tells phrases whose papers are about one thing from those that stand in papers of any kind.
///
/// The measure is the mean product of two papers that hold the phrase, seen from the middle of the collection, on a
/// scale from 0 (any two papers) to 1 (two papers of one topic), so that it does not depend on how the vectors were made.
/// "Audio" gathers papers that are alike, "generation" does not, however good a noun it is.
struct PhraseFocus: Sendable {
  private let vectors: Vectors
  /// Mean of all rows.
  private let middle: [Float]
  /// Squared distance of each row from the middle.
  private let spread: [Float]
  /// Mean product of two papers of one topic.
  private var scale: Float = 0

  /// Pairs of papers that the expectation weighs, so that few papers prove little.
  private static let prior: Float = 10
  /// Share of the scale at which a single word, and a longer phrase, is focused.
  private static let focused: (word: Float, phrase: Float) = (0.6, 0.16)
  /// Factor of a phrase without any focus.
  private static let least: (word: Float, phrase: Float) = (0.3, 0.5)

  /// - Parameter topics: the papers of each topic.
  init(_ vectors: Vectors, topics: [[Int]]) {
    self.init(vectors)
    gauge(by: topics)
  }

  /// A measure without a scale yet.
  init(_ vectors: Vectors) {
    self.vectors = vectors
    let sum = vectors.sum(of: 0..<vectors.count)
    let middle = sum.map { $0 / Float(max(1, vectors.count)) }
    self.middle = middle
    spread = (0..<vectors.count).map { row in
      zip(vectors[row], middle).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
  }

  /// Sets the scale.
  mutating func gauge(by topics: [[Int]]) {
    var within: Float = 0
    var counted = 0
    for topic in topics where topic.count > 1 {
      within += Float(topic.count) * meanProduct(topic)
      counted += topic.count
    }
    scale = counted > 0 ? within / Float(counted) : 0
  }

  /// The focus of a phrase of `length` words in so many papers, 1 for a focused one.
  ///
  /// - Parameter product: mean product of two of the papers.
  func value(_ papers: Int, product: Float, length: Int, isName: Bool) -> Float {
    guard papers > 1, scale > 0.01 else { return 1 }
    let full = length == 1 ? Self.focused.word : Self.focused.phrase
    let least = isName ? 0.7 : length == 1 ? Self.least.word : Self.least.phrase
    let pairs = Float(papers) * Float(papers - 1) / 2
    let excess = product / max(scale, 0.01)
    let expected = (excess * pairs + full * Self.prior) / (pairs + Self.prior)
    return least + (1 - least) * max(0, min(1, 2 * expected / full - 1))
  }

  /// How alike the papers are: 0 like any papers, 1 like those of one topic.
  func share(_ papers: some RandomAccessCollection<Int>) -> Float { meanProduct(papers) / max(scale, 0.01) }

  /// Mean inner product of two different rows, both seen from the middle.
  func meanProduct(_ papers: some RandomAccessCollection<Int>) -> Float {
    meanProduct(papers, sum: vectors.sum(of: papers))
  }

  /// The same, where the sum of the rows is known.
  func meanProduct(_ papers: some RandomAccessCollection<Int>, sum: [Float]) -> Float {
    let count = Float(papers.count)
    var square: Float = 0
    for column in sum.indices {
      let distance = sum[column] - count * middle[column]
      square += distance * distance
    }
    let own = papers.reduce(Float(0)) { $0 + spread[$1] }
    return (square - own) / max(1, count * (count - 1))
  }
}
