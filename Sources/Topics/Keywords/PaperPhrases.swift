import Foundation

/// Chooses the phrases that one paper is about out of its own title and abstract.
///
/// Candidates are the runs of content words between stop words, punctuation, numbers and the verbs and loose
/// adjectives of scholarly prose, with verbs trimmed from their edges. A candidate's weight is the sum of its
/// words' weights over a power of its length, raised by frequency and a place in the title, lowered by a late
/// first appearance and by standing alone.
struct PaperPhrases {
  /// The exponents and factors of a candidate's weight.
  struct Weights: Sendable {
    var frequency: Float = 0.6
    var rarity: Float = 0.5
    var length: Float = 0.6
    var repetition: Float = 0.3
    var title: Float = 0.6
    var position: Float = 1.5
    var alone: Float = 0.2
    /// What each further paper with the phrase adds, up to five.
    var reuse: Float = 0
    /// Most words of a candidate; of longer runs the last ones are taken.
    var longest = 5
    /// A word that is used as a verb more often than this is trimmed from the edges.
    var verbness: Float = 0.2
  }

  /// A run of words with its weight in one paper.
  struct Candidate: Sendable {
    /// First word in the stream, and how many.
    var at: Int
    var length: Int
    var uses = 1
    var isInTitle: Bool
    var weight: Float = 0
  }

  private let index: PhraseIndex
  let stream: ContentStream
  let lexicon: Lexicon
  let weights: Weights
  /// What the rarity of each stem makes of its weight.
  private let rarities: [Float]
  /// What small counts make of a weight: uses of a word, words of a candidate, uses of a candidate.
  private let ofFrequency: [Float]
  private let ofLength: [Float]
  private let ofRepetition: [Float]

  init(_ index: PhraseIndex, _ weights: Weights = Weights()) {
    self.index = index
    self.weights = weights
    stream = index.stream
    lexicon = index.lexicon
    rarities = Self.papersOfStem(index.stream).map { papers in
      pow(max(0.1, log((Float(index.papers) + 1) / (Float(papers) + 0.5))), weights.rarity)
    }
    ofFrequency = (0..<64).map { pow(Float($0), weights.frequency) }
    ofLength = (0...weights.longest).map { pow(Float($0), weights.length) }
    ofRepetition = (0..<64).map { pow(Float($0), weights.repetition) }
  }

  /// The best candidates of `paper`, best first.
  func candidates(of paper: Int) -> [Candidate] {
    var found = runs(of: paper)
    let range = stream.range(of: paper)
    let wordWeights = wordWeights(range, titleEnd: stream.titleEnds[paper])
    for number in found.indices {
      let candidate = found[number]
      var sum: Float = 0
      for at in candidate.at..<candidate.at + candidate.length {
        sum += self.weight(of: stream.words[at].stem, in: wordWeights)
      }
      var weight = sum / ofLength[candidate.length]
      weight *= ofRepetition[min(candidate.uses, ofRepetition.count - 1)]
      if candidate.isInTitle { weight *= 1 + weights.title }
      weight /= 1 + weights.position * Float(candidate.at - range.lowerBound) / Float(range.count)
      if candidate.length == 1 { weight *= weights.alone }
      if weights.reuse > 0 {
        weight *= 1 + weights.reuse * Float(min(5, papers(with: candidate) - 1))
      }
      found[number].weight = weight
    }
    return found.sorted { ($1.weight, $0.at) < ($0.weight, $1.at) }
  }

  /// The candidate as it is written inside sentences.
  func text(_ candidate: Candidate) -> String {
    let range = candidate.at..<candidate.at + candidate.length
    return lexicon.text(stream.words[range].lazy.map(\.word), stream.words[range].lazy.map(\.joint))
  }

  /// The best phrases of `paper`, best first, each written once.
  func texts(of paper: Int) -> [String] { candidates(of: paper).prefix(Self.mostPhrases).map(text) }

  /// The recurring phrase that the candidate is a use of.
  func phrase(_ candidate: Candidate) -> Int? {
    guard candidate.length <= Phrase.longest else { return nil }
    let range = candidate.at..<candidate.at + candidate.length
    return index.find(stream.words[range].lazy.map(\.word), stream.words[range].lazy.map(\.joint))
  }

  private func papers(with candidate: Candidate) -> Int {
    phrase(candidate).map { Int(index.phrases[$0].papers) } ?? 1
  }

  private static let mostPhrases = 20
}

extension PaperPhrases {
  private static func papersOfStem(_ stream: ContentStream) -> [Int32] {
    var papers = [Int32](repeating: 0, count: stream.lexicon.stemCount)
    var last = [Int32](repeating: -1, count: papers.count)
    for paper in 0..<stream.papers {
      for at in stream.range(of: paper) {
        let stem = Int(stream.words[at].stem)
        if last[stem] != Int32(paper) {
          last[stem] = Int32(paper)
          papers[stem] += 1
        }
      }
    }
    return papers
  }

  /// The weight of each distinct word of a paper, by stem, ascending.
  private func wordWeights(_ range: Range<Int>, titleEnd: Int) -> [(stem: Int32, weight: Float)] {
    var weights: [(stem: Int32, weight: Float)] = []
    weights.reserveCapacity(range.count)
    // The lowest bit tells the title's.
    for use in range.map({ stream.words[$0].stem << 1 | ($0 < titleEnd ? 1 : 0) }).sorted() {
      if weights.last?.stem != use >> 1 { weights.append((use >> 1, 0)) }
      weights[weights.count - 1].weight += use & 1 == 1 ? 2 : 1
    }
    for number in weights.indices {
      let uses = min(Int(weights[number].weight), ofFrequency.count - 1)
      weights[number].weight = ofFrequency[uses] * rarities[Int(weights[number].stem)]
    }
    return weights
  }

  /// The weight of `stem` among those of its paper.
  private func weight(of stem: Int32, in weights: [(stem: Int32, weight: Float)]) -> Float {
    var low = 0
    var high = weights.count
    while low < high {
      let middle = (low + high) / 2
      if weights[middle].stem < stem { low = middle + 1 } else { high = middle }
    }
    return low < weights.count && weights[low].stem == stem ? weights[low].weight : 0
  }
}
