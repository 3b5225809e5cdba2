import Foundation

/// Chooses the phrases that one paper is about out of its own title and abstract.
///
/// Candidates are the runs of content words between stop words, punctuation, numbers and the verbs and loose
/// adjectives of scholarly prose, with verbs trimmed from their edges. A candidate's weight is the sum of its
/// words' weights over a power of its length, raised by frequency and a place in the title, lowered by a late
/// first appearance and by standing alone.
struct PaperPhrases: Sendable {
  /// The exponents and factors of a candidate's weight.
  struct Weights: Sendable {
    var frequency: Float = 0.6
    var rarity: Float = 0.5
    var length: Float = 0.6
    var repetition: Float = 0.3
    var title: Float = 0.6
    var position: Float = 1.5
    var alone: Float = 0.2
    /// Most words of a candidate; of longer runs the last ones are taken. Under 8.
    var longest = 5
    /// A word that is used as a verb more often than this is trimmed from the edges.
    var verbness: Float = 0.2
  }

  let stream: ContentStream
  let weights: Weights
  /// What each word of the lexicon does to a run.
  let signs: [RunSigns]
  /// What the rarity of each stem makes of its weight.
  private let rarities: [Float]
  /// What small counts make of a weight: uses of a word, words of a candidate, uses of a candidate.
  private let ofFrequency: [Float]
  private let ofLength: [Float]
  private let ofRepetition: [Float]

  init(_ index: PhraseIndex, _ weights: Weights = Weights()) {
    let lexicon = index.lexicon
    self.weights = weights
    stream = index.stream
    signs = lexicon.words.indices.map { RunSigns(Int32($0), lexicon, verbness: weights.verbness) }
    rarities = Self.papersOfStem(index.stream).map { papers in
      pow(max(0.1, log((Float(index.papers) + 1) / (Float(papers) + 0.5))), weights.rarity)
    }
    ofFrequency = (0..<64).map { pow(Float($0), weights.frequency) }
    ofLength = (0...weights.longest).map { pow(Float($0), weights.length) }
    ofRepetition = (0..<64).map { pow(Float($0), weights.repetition) }
  }

  /// What is worked out for one paper after the other, kept for the memory that it holds.
  struct Desk {
    /// Uses of each stem in the present paper, those in the title counted twice; 0 between two papers.
    fileprivate var uses: [Int32]
    var runs: [Run] = []
    fileprivate var ranked: [UInt64] = []
    fileprivate var letters: [UInt8] = []
  }

  /// A desk for as many papers as one likes.
  var desk: Desk { Desk(uses: [Int32](repeating: 0, count: rarities.count)) }

  /// The best phrases of `paper`, best first, each written once.
  func list(of paper: Int, _ desk: inout Desk) -> PhraseList {
    findRuns(of: paper, &desk.runs)
    rank(paper, &desk)
    desk.letters.removeAll(keepingCapacity: true)
    for run in desk.ranked.prefix(Self.mostPhrases) {
      if !desk.letters.isEmpty { desk.letters.append(PhraseList.separator) }
      let start = Int(run >> 3 & 0x1FFF_FFFF)
      for at in start..<start + Int(run & 7) {
        if at > start { desk.letters += stream.words[at].joint.text.utf8 }
        stream.lexicon.write(stream.words[at].word, to: &desk.letters)
      }
    }
    return PhraseList(joined: String(decoding: desk.letters, as: UTF8.self))
  }

  /// Sorts the runs of `paper` by weight, best first, equally good ones as they stand: the complement of the weight, 29
  /// bits of the place, 3 of the length.
  private func rank(_ paper: Int, _ desk: inout Desk) {
    let range = stream.range(of: paper)
    let titleEnd = stream.titleEnds[paper]
    for at in range { desk.uses[Int(stream.words[at].stem)] += at < titleEnd ? 2 : 1 }
    desk.ranked.removeAll(keepingCapacity: true)
    for run in desk.runs {
      var sum: Float = 0
      for at in run.at..<run.at + run.length {
        let stem = Int(stream.words[at].stem)
        sum += ofFrequency[min(Int(desk.uses[stem]), ofFrequency.count - 1)] * rarities[stem]
      }
      var weight = sum / ofLength[run.length]
      weight *= ofRepetition[min(run.uses, ofRepetition.count - 1)]
      if run.at < titleEnd { weight *= 1 + weights.title }
      weight /= 1 + weights.position * Float(run.at - range.lowerBound) / Float(range.count)
      if run.length == 1 { weight *= weights.alone }
      desk.ranked.append(UInt64(~weight.bitPattern) << 32 | UInt64(run.at) << 3 | UInt64(run.length))
    }
    for at in range { desk.uses[Int(stream.words[at].stem)] = 0 }
    desk.ranked.sort()
  }

  private static let mostPhrases = 20

  private static func papersOfStem(_ stream: ContentStream) -> [Int32] {
    var papers = [Int32](repeating: 0, count: stream.lexicon.stemCount)
    var last = [Int32](repeating: -1, count: papers.count)
    for paper in 0..<stream.papers {
      for at in stream.range(of: paper) {
        let stem = Int(stream.words[at].stem)
        if last[stem] != Int32(truncatingIfNeeded: paper) {
          last[stem] = Int32(truncatingIfNeeded: paper)
          papers[stem] += 1
        }
      }
    }
    return papers
  }
}
