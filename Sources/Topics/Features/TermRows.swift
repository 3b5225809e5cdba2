import Foundation

/// Rows of a term matrix, of some papers one after the other.
struct TermRows: Sendable {
  /// Entries of each row.
  private(set) var lengths: [Int] = []
  private(set) var columns: [Int32] = []
  private(set) var values: [Float] = []

  /// - Parameters:
  ///   - columnOfWord: -1 for a word that is left out.
  ///   - weights: of each column.
  init(
    of papers: Range<Int>, in corpus: Corpus, _ tokens: [Corpus.Token], columnOfWord: [Int32], weights: [Float]
  ) {
    var occurrences = [Int32](repeating: 0, count: weights.count)
    var touched = NumberSet(below: weights.count)
    for paper in papers {
      let titleEnd = corpus.titleEnds[paper]
      for at in corpus.range(of: paper) {
        let column = Int(columnOfWord[Int(tokens[at].word)])
        guard column >= 0 else { continue }
        touched.insert(column)
        occurrences[column] += at < titleEnd ? 2 : 1
      }
      let start = values.count
      var square: Float = 0
      touched.drain { column in
        let value = Self.frequencyWeight(Int(occurrences[column])) * weights[column]
        occurrences[column] = 0
        columns.append(Int32(truncatingIfNeeded: column))
        values.append(value)
        square += value * value
      }
      if square > 0 {
        let scale = 1 / square.squareRoot()
        for entry in start..<values.count { values[entry] *= scale }
      }
      lengths.append(values.count - start)
    }
  }

  /// `1 + log count`.
  private static func frequencyWeight(_ count: Int) -> Float {
    count < logarithms.count ? logarithms[count] : 1 + Float(log(Double(count)))
  }

  private static let logarithms: [Float] = (0..<256).map { $0 == 0 ? 0 : 1 + Float(log(Double($0))) }
}
