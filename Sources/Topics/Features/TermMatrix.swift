import Foundation

/// Papers by words, sparse: compressed rows of TF-IDF weights, each row of unit length or empty.
struct TermMatrix: Sendable {
  /// Entries of row `r` are `offsets[r]..<offsets[r + 1]`.
  var offsets: [Int]
  /// Column of each entry, ascending within a row.
  var columns: [Int32]
  var values: [Float]
  /// Number of columns.
  var width: Int
  /// Word of `Corpus.words` behind each column.
  var words: [Int32]

  /// Number of rows.
  var height: Int { offsets.count - 1 }

  /// The same matrix with rows and columns exchanged; `words` is left empty.
  func transposed() -> TermMatrix {
    var counts = [Int](repeating: 0, count: width + 1)
    for column in columns { counts[Int(column) + 1] += 1 }
    for column in 0..<width { counts[column + 1] += counts[column] }
    var next = counts
    var rows = [Int32](repeating: 0, count: columns.count)
    var moved = [Float](repeating: 0, count: columns.count)
    for row in 0..<height {
      for entry in offsets[row]..<offsets[row + 1] {
        let column = Int(columns[entry])
        rows[next[column]] = Int32(row)
        moved[next[column]] = values[entry]
        next[column] += 1
      }
    }
    return TermMatrix(offsets: counts, columns: rows, values: moved, width: height, words: [])
  }
}

extension TermMatrix {
  /// Log term frequency, words of the title counted twice, times `log((n + 1) / (df + 1))`.
  ///
  /// Words in fewer than two papers or in more than two fifths of them are left out; under twelve papers every
  /// word counts, for there are too few to go by.
  init(_ corpus: Corpus) {
    let count = corpus.papers
    let frequencies = Self.documentFrequencies(corpus)
    let least = count < 12 ? 1 : 2
    let most = count < 12 ? count : Int(Double(count) * 0.4)
    var columnOfWord = [Int32](repeating: -1, count: corpus.words.count)
    var weights: [Float] = []
    words = []
    for (word, frequency) in frequencies.enumerated() where frequency >= least && frequency <= most {
      guard Self.isFeature(corpus.words[word]) else { continue }
      columnOfWord[word] = Int32(words.count)
      words.append(Int32(word))
      weights.append(Float(log(Double(count + 1) / Double(frequency + 1))))
    }
    width = words.count
    offsets = [0]
    offsets.reserveCapacity(count + 1)
    columns = []
    values = []
    var occurrences = [Int32](repeating: 0, count: width)
    var touched: [Int32] = []
    for paper in 0..<count {
      let titleEnd = corpus.titleEnds[paper]
      for at in corpus.range(of: paper) {
        let column = columnOfWord[Int(corpus.tokens[at].word)]
        guard column >= 0 else { continue }
        if occurrences[Int(column)] == 0 { touched.append(column) }
        occurrences[Int(column)] += at < titleEnd ? 2 : 1
      }
      touched.sort()
      append(touched, occurrences, weights)
      for column in touched { occurrences[Int(column)] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
  }

  private mutating func append(_ touched: [Int32], _ occurrences: [Int32], _ weights: [Float]) {
    let start = values.count
    var square: Float = 0
    for column in touched {
      let value = Self.frequencyWeight(Int(occurrences[Int(column)])) * weights[Int(column)]
      columns.append(column)
      values.append(value)
      square += value * value
    }
    if square > 0 {
      let scale = 1 / square.squareRoot()
      for entry in start..<values.count { values[entry] *= scale }
    }
    offsets.append(values.count)
  }

  /// `1 + log count`.
  private static func frequencyWeight(_ count: Int) -> Float {
    count < logarithms.count ? logarithms[count] : 1 + Float(log(Double(count)))
  }

  private static let logarithms: [Float] = (0..<256).map { $0 == 0 ? 0 : 1 + Float(log(Double($0))) }

  private static func isFeature(_ word: String) -> Bool {
    word.utf8.count > 1 && !word.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }

  private static func documentFrequencies(_ corpus: Corpus) -> [Int] {
    var frequencies = [Int](repeating: 0, count: corpus.words.count)
    var last = [Int32](repeating: -1, count: corpus.words.count)
    for paper in 0..<corpus.papers {
      for at in corpus.range(of: paper) {
        let word = Int(corpus.tokens[at].word)
        if last[word] == Int32(paper) { continue }
        last[word] = Int32(paper)
        frequencies[word] += 1
      }
    }
    return frequencies
  }
}
