/// Counts phrases length by length: a phrase is looked at only where both its parts recur
/// (Agrawal and Srikant, 1994), so that the many n-grams that stand in one paper cost no memory.
struct PhraseCounter {
  private let stream: ContentStream
  private let leastPapers: Int
  /// Words of the phrases counted last.
  private(set) var length = 0
  /// For each content word, the recurring phrase of `length` words that starts there, -1 where none does.
  private var starting: [Int32] = []
  /// Whether that phrase holds an `of`.
  private var holdsOf: [Bool] = []
  /// Papers and title papers of each phrase of `length` words.
  private var papers: [Int32] = []
  private var titlePapers: [Int32] = []

  init(_ stream: ContentStream, leastPapers: Int) {
    self.stream = stream
    self.leastPapers = leastPapers
  }

  /// Goes on to phrases that are one word longer.
  mutating func advance() {
    length += 1
    let count = length == 1 ? numberWords() : numberLonger()
    countPapers(count)
    prune()
  }

  private mutating func numberWords() -> Int {
    starting = stream.stems
    holdsOf = Array(repeating: false, count: starting.count)
    return stream.lexicon.stemCount
  }

  /// Extends every phrase by the word after it, where the phrase that starts one word later recurs too.
  private mutating func numberLonger() -> Int {
    var table = KeyTable(capacity: papers.count)
    var (starting, holdsOf) = (self.starting, self.holdsOf)
    // Let go of here, so that they are changed in place.
    (self.starting, self.holdsOf) = ([], [])
    stream.withView { stream in
      holdsOf.withUnsafeMutableBufferPointer { holdsOf in
        // In place: what starts one word later is still the shorter phrase when it is asked for.
        starting.withUnsafeMutableBufferPointer { starting in
          for paper in 0..<self.stream.papers {
            let range = self.stream.range(of: paper)
            for at in range where starting[at] >= 0 {
              let end = at + length - 1
              guard end < range.upperBound, starting[at + 1] >= 0, stream.joints[at + 1] != .boundary,
                stream.joints[end] != .boundary
              else {
                starting[at] = -1
                continue
              }
              let isOf = stream.joints[end] == .of
              if isOf && holdsOf[at] {
                starting[at] = -1
                continue
              }
              let stem = UInt64(UInt32(stream.stems[end]))
              starting[at] = table.number(UInt64(UInt32(starting[at])) << 32 | stem << 1 | (isOf ? 1 : 0))
              if isOf { holdsOf[at] = true }
            }
          }
        }
      }
    }
    (self.starting, self.holdsOf) = (starting, holdsOf)
    return table.count
  }

  private mutating func countPapers(_ count: Int) {
    papers = Array(repeating: 0, count: count)
    titlePapers = papers
    var last = [Int32](repeating: -1, count: count)
    for paper in 0..<stream.papers {
      let titleEnd = stream.titleEnds[paper]
      for at in stream.range(of: paper) where starting[at] >= 0 {
        let phrase = Int(starting[at])
        if last[phrase] == Int32(truncatingIfNeeded: paper) { continue }
        last[phrase] = Int32(truncatingIfNeeded: paper)
        papers[phrase] += 1
        if at < titleEnd { titlePapers[phrase] += 1 }
      }
    }
  }

  /// Forgets phrases of too few papers and numbers the others anew, in order of first use.
  private mutating func prune() {
    var numbers = [Int32](repeating: -1, count: papers.count)
    var kept: [Int] = []
    for at in starting.indices where starting[at] >= 0 {
      let phrase = Int(starting[at])
      if papers[phrase] < leastPapers {
        starting[at] = -1
        continue
      }
      if numbers[phrase] < 0 {
        numbers[phrase] = Int32(kept.count)
        kept.append(phrase)
      }
      starting[at] = numbers[phrase]
    }
    papers = kept.map { papers[$0] }
    titlePapers = kept.map { titlePapers[$0] }
  }
}

extension PhraseCounter {
  /// Appends the phrases of the present length to `index`, with postings and best forms.
  func report(into index: inout PhraseIndex) {
    var phrases = papers.indices.map { _ in Phrase(start: 0, length: length) }
    var next = Int32(index.postings.count)
    for phrase in phrases.indices {
      phrases[phrase].papers = papers[phrase]
      phrases[phrase].spelledOut = papers[phrase]
      phrases[phrase].titlePapers = titlePapers[phrase]
      phrases[phrase].firstPosting = next
      next += papers[phrase]
    }
    fillPostings(phrases, into: &index)
    countLeftNeighbours(&phrases)
    var forms = PhraseForms(stream, length: length, phrases: phrases.count)
    for paper in 0..<stream.papers {
      let range = stream.range(of: paper)
      let titleEnd = stream.titleEnds[paper]
      for at in range where starting[at] >= 0 {
        let end = at + length
        let isOpen = end < range.upperBound && stream.joints[end].isDirect
        phrases[Int(starting[at])].count(
          isWhole: isWhole(at, range), isClosed: !isOpen,
          isAlone: stream.joints[at] == .boundary && !stream.isBeforeOf[end - 1])
        forms.count(Int(starting[at]), at: at, isTitle: at < titleEnd, end: range.upperBound)
      }
    }
    for phrase in phrases.indices {
      forms.choose(phrase, &phrases[phrase], into: &index)
    }
    index.phrases += phrases
  }

  private func fillPostings(_ phrases: [Phrase], into index: inout PhraseIndex) {
    var next = phrases.map { Int($0.firstPosting) }
    let total = papers.reduce(0) { $0 + Int($1) }
    index.postings += repeatElement(PhrasePosting(paper: 0, isInTitle: false, position: 0), count: total)
    var last = [Int32](repeating: -1, count: phrases.count)
    index.postings.withUnsafeMutableBufferPointer { postings in
      for paper in 0..<stream.papers {
        let range = stream.range(of: paper)
        let titleEnd = stream.titleEnds[paper]
        for at in range where starting[at] >= 0 {
          let phrase = Int(starting[at])
          if last[phrase] != Int32(truncatingIfNeeded: paper) {
            last[phrase] = Int32(truncatingIfNeeded: paper)
            postings[next[phrase]] = PhrasePosting(
              paper: paper, isInTitle: at < titleEnd, position: Float(at - range.lowerBound) / Float(range.count))
            next[phrase] += 1
          }
          if isWhole(at, range) { postings[next[phrase] - 1].countUse() }
        }
      }
    }
  }

  /// True where the phrase at `at` begins and ends no half of a hyphenated word.
  private func isWhole(_ at: Int, _ range: Range<Int>) -> Bool {
    let end = at + length
    return stream.joints[at] != .hyphen && !(end < range.upperBound && stream.joints[end] == .hyphen)
  }

  /// Finds the left neighbour that stands before more than a third of a phrase's uses, if there is one
  /// (two candidates by Misra and Gries, 1982, then an exact count).
  private func countLeftNeighbours(_ phrases: inout [Phrase]) {
    var neighbours = Array(repeating: LeftNeighbours(), count: phrases.count)
    var uses = [Int32](repeating: 0, count: phrases.count)
    stream.withView { stream in
      for (at, phrase) in starting.enumerated() where phrase >= 0 {
        uses[Int(phrase)] += 1
        guard stream.joints[at].isDirect else { continue }
        neighbours[Int(phrase)].vote(for: stream.stems[at - 1])
      }
      for (at, phrase) in starting.enumerated() where phrase >= 0 && stream.joints[at].isDirect {
        neighbours[Int(phrase)].count(stream.stems[at - 1])
      }
    }
    for phrase in phrases.indices {
      let share = Float(neighbours[phrase].most) / Float(max(1, uses[phrase]))
      if share * 3 >= 1 { phrases[phrase].leftShare = share }
    }
  }
}
