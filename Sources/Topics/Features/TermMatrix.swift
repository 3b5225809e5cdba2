import Foundation
import Parallel

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
  init(_ corpus: Corpus, slices: Slices) {
    let count = corpus.papers
    let tokens = corpus.tokens
    // One slice where one thread does all.
    let sliceSize = slices.threads == 1 ? count : max(1_024, count / 8)
    let frequencies = slices.map(count, sliceSize: sliceSize) { Self.documentFrequencies(corpus, tokens, of: $0) }
    let least = count < 12 ? 1 : 2
    let most = count < 12 ? count : Int(Double(count) * 0.4)
    var columnOfWord = [Int32](repeating: -1, count: corpus.words.count)
    var weights: [Float] = []
    words = []
    for word in columnOfWord.indices {
      let frequency = frequencies.reduce(0) { $0 + Int($1[word]) }
      guard frequency >= least, frequency <= most, Self.isFeature(corpus.words[word]) else { continue }
      columnOfWord[word] = Int32(words.count)
      words.append(Int32(word))
      weights.append(Float(log(Double(count + 1) / Double(frequency + 1))))
    }
    width = words.count
    let (columnOf, weightOf) = (columnOfWord, weights)
    let parts = slices.map(count, sliceSize: sliceSize) { papers in
      TermRows(of: papers, in: corpus, tokens, columnOfWord: columnOf, weights: weightOf)
    }
    offsets = [0]
    offsets.reserveCapacity(count + 1)
    for length in parts.lazy.flatMap(\.lengths) { offsets.append(offsets[offsets.count - 1] + length) }
    columns = parts.count == 1 ? parts[0].columns : parts.flatMap(\.columns)
    values = parts.count == 1 ? parts[0].values : parts.flatMap(\.values)
  }

  private static func isFeature(_ word: String) -> Bool {
    word.utf8.count > 1 && !word.utf8.allSatisfy { $0 &- 0x30 < 10 }
  }

  /// In how many of some papers each word stands.
  private static func documentFrequencies(
    _ corpus: Corpus, _ tokens: [Corpus.Token], of papers: Range<Int>
  ) -> [Int32] {
    var frequencies = [Int32](repeating: 0, count: corpus.words.count)
    var last = [Int32](repeating: -1, count: corpus.words.count)
    for paper in papers {
      for at in corpus.range(of: paper) {
        let word = Int(tokens[at].word)
        if last[word] == Int32(paper) { continue }
        last[word] = Int32(paper)
        frequencies[word] += 1
      }
    }
    return frequencies
  }
}
