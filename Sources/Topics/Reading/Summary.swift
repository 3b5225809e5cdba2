import Papers
import Text

/// Sentences of a topic's own papers that together tell what it is about.
struct Summary {
  let papers: [Paper]
  let corpus: Corpus
  let matrix: TermMatrix

  private static let sentences = 3
  /// Typical papers that sentences are taken from.
  private static let sources = 12
  /// Lengths in bytes of sentences that read well alone.
  private static let lengths = 60...280

  private struct Candidate {
    var quotation: Quotation
    /// Columns of its words, ascending.
    var columns: [Int32]
    /// Number of words.
    var length: Int
  }

  /// Up to three sentences from different papers, in the order of the papers.
  ///
  /// Greedy coverage of the topic's heaviest words, each word counted once (Lin and Bilmes 2011).
  ///
  /// - Parameter members: papers of the topic, nearest to its middle first.
  func of(_ members: [Int], columnOfWord: [Int32]) -> [Quotation] {
    var open = weights(of: members)
    var candidates = members.prefix(Self.sources).flatMap { self.candidates(from: $0, columnOfWord) }
    var chosen: [Quotation] = []
    while chosen.count < Self.sentences, !candidates.isEmpty {
      var best: (index: Int, score: Float)?
      for (index, candidate) in candidates.enumerated() {
        let gain = candidate.columns.reduce(Float(0)) { $0 + open[Int($1)] }
        let score = gain / Float(candidate.length + 10).squareRoot()
        if score > best?.score ?? 0 { best = (index, score) }
      }
      guard let best else { break }
      let winner = candidates[best.index]
      chosen.append(winner.quotation)
      for column in winner.columns { open[Int(column)] = 0 }
      candidates.removeAll { $0.quotation.paper == winner.quotation.paper }
    }
    return chosen
  }

  /// Mean weight of each column over the members, squared so that the heavy ones lead.
  private func weights(of members: [Int]) -> [Float] {
    var weights = [Float](repeating: 0, count: matrix.width)
    for paper in members {
      for entry in matrix.offsets[paper]..<matrix.offsets[paper + 1] {
        weights[Int(matrix.columns[entry])] += matrix.values[entry]
      }
    }
    for column in weights.indices { weights[column] *= weights[column] }
    return weights
  }

  private func candidates(from paper: Int, _ columnOfWord: [Int32]) -> [Candidate] {
    let text = papers[paper].abstract
    let tokens = corpus.abstractTokens(of: paper, text)
    var at = tokens.startIndex
    var found: [Candidate] = []
    for range in Sentences.ranges(in: text) {
      var columns: [Int32] = []
      let first = at
      while at < tokens.endIndex, tokens[at].start < range.upperBound {
        let column = columnOfWord[Int(tokens[at].word)]
        if column >= 0 { columns.append(column) }
        at += 1
      }
      guard Self.lengths.contains(range.count), at > first, standsAlone(tokens[first...]) else { continue }
      let utf8 = text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      let sentence = String(text[start..<utf8.index(start, offsetBy: range.count)])
      // A sentence with an address tells where something is, not what the topic is about.
      guard Links.find(in: sentence).isEmpty else { continue }
      found.append(
        Candidate(
          quotation: Quotation(paper: paper, sentence: sentence), columns: Self.distinct(columns), length: at - first))
    }
    return found
  }

  private static func distinct(_ numbers: [Int32]) -> [Int32] {
    var distinct: [Int32] = []
    for number in numbers.sorted() where number != distinct.last { distinct.append(number) }
    return distinct
  }

  /// False where the sentence leans on the one before it.
  private func standsAlone(_ tokens: ArraySlice<Corpus.Token>) -> Bool {
    guard let first = tokens.first else { return false }
    return !Self.leaning.contains(corpus.words[Int(first.word)])
  }

  private static let leaning: Set<String> = [
    "this", "these", "that", "those", "it", "its", "they", "their", "however", "therefore", "thus", "hence", "then",
    "moreover", "furthermore", "additionally", "also", "besides", "finally", "lastly", "first", "second", "third",
    "here", "such", "but", "and", "or", "so", "yet", "instead", "nevertheless", "nonetheless", "specifically",
    "in", "to", "our", "code", "consequently", "as", "he", "she", "another", "both", "while", "for",
  ]
}
