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
    let shorter = starting
    for paper in 0..<stream.papers {
      let range = stream.range(of: paper)
      for at in range {
        let end = at + length - 1
        guard shorter[at] >= 0, end < range.upperBound, shorter[at + 1] >= 0,
          stream.joints[at + 1] != .boundary, end == at + 1 || stream.joints[end] != .boundary
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
        starting[at] = table.number(UInt64(UInt32(shorter[at])) << 32 | stem << 1 | (isOf ? 1 : 0))
        if isOf { holdsOf[at] = true }
      }
    }
    return table.count
  }

  private mutating func countPapers(_ count: Int) {
    papers = Array(repeating: 0, count: count)
    titlePapers = papers
    var last = [Int32](repeating: -1, count: count)
    for paper in 0..<stream.papers {
      for at in stream.range(of: paper) where starting[at] >= 0 {
        let phrase = Int(starting[at])
        guard last[phrase] != Int32(paper) else { continue }
        last[phrase] = Int32(paper)
        papers[phrase] += 1
        if at < stream.titleEnds[paper] { titlePapers[phrase] += 1 }
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
      for at in range where starting[at] >= 0 {
        phrases[Int(starting[at])].uses += 1
        if !isWhole(at, range) { phrases[Int(starting[at])].cutUses += 1 }
        let end = at + length
        if end == range.upperBound || !stream.joints[end].isDirect {
          let isAlone = stream.joints[at] == .boundary && !stream.isBeforeOf[end - 1]
          if isAlone { phrases[Int(starting[at])].aloneUses += 1 } else { phrases[Int(starting[at])].headUses += 1 }
        }
        forms.count(Int(starting[at]), at: at, isTitle: at < stream.titleEnds[paper], end: stream.starts[paper + 1])
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
    index.postings += Array(repeating: PhrasePosting(paper: 0, isInTitle: false, position: 0), count: total)
    var last = [Int32](repeating: -1, count: phrases.count)
    for paper in 0..<stream.papers {
      let range = stream.range(of: paper)
      for at in range where starting[at] >= 0 {
        let phrase = Int(starting[at])
        if last[phrase] != Int32(paper) {
          last[phrase] = Int32(paper)
          index.postings[next[phrase]] = PhrasePosting(
            paper: paper, isInTitle: at < stream.titleEnds[paper],
            position: Float(at - range.lowerBound) / Float(range.count))
          next[phrase] += 1
        }
        if isWhole(at, range) { index.postings[next[phrase] - 1].countUse() }
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
    var candidates = Array(repeating: (first: Int32(-1), second: Int32(-1)), count: phrases.count)
    var votes = Array(repeating: (first: Int32(0), second: Int32(0)), count: phrases.count)
    var uses = [Int32](repeating: 0, count: phrases.count)
    for at in starting.indices where starting[at] >= 0 {
      let phrase = Int(starting[at])
      uses[phrase] += 1
      guard let left = leftNeighbour(at) else { continue }
      if candidates[phrase].first == left {
        votes[phrase].first += 1
      } else if candidates[phrase].second == left {
        votes[phrase].second += 1
      } else if votes[phrase].first == 0 {
        (candidates[phrase].first, votes[phrase].first) = (left, 1)
      } else if votes[phrase].second == 0 {
        (candidates[phrase].second, votes[phrase].second) = (left, 1)
      } else {
        votes[phrase].first -= 1
        votes[phrase].second -= 1
      }
    }
    var counts = Array(repeating: (first: Int32(0), second: Int32(0)), count: phrases.count)
    for at in starting.indices where starting[at] >= 0 {
      let phrase = Int(starting[at])
      guard let left = leftNeighbour(at) else { continue }
      if candidates[phrase].first == left { counts[phrase].first += 1 }
      if candidates[phrase].second == left { counts[phrase].second += 1 }
    }
    for phrase in phrases.indices {
      let share = Float(max(counts[phrase].first, counts[phrase].second)) / Float(max(1, uses[phrase]))
      if share * 3 >= 1 { phrases[phrase].leftShare = share }
    }
  }

  private func leftNeighbour(_ at: Int) -> Int32? {
    stream.joints[at].isDirect ? stream.stems[at - 1] : nil
  }
}
