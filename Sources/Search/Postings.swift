import Parallel

/// The papers of each group of words, with the level of the word in each, ordered by paper.
struct Postings: Sendable {
  /// Start of each group's postings; one more at the end.
  private(set) var starts: [Int]
  private(set) var papers: [Int32]
  private(set) var levels: [UInt8]

  /// - Parameter counts: of all papers, slice by slice in the order of their numbers.
  init(_ counts: [WordCounts], _ vocabulary: Vocabulary, _ slices: Slices) {
    let lengths = slices.mapEach(counts.count, sliceSize: 1) { Self.lengths(counts[$0], $0, vocabulary) }
    var impact = Impact()
    impact.meanTitle = Self.mean(lengths.lazy.joined().map(\.title))
    impact.meanAbstract = Self.mean(lengths.lazy.joined().map(\.abstract))
    let levelled = impact
    let found = slices.mapEach(counts.count, sliceSize: 1) {
      PaperPostings(counts[$0], vocabulary.numbers[$0], lengths[$0], levelled, vocabulary)
    }
    let groups = vocabulary.groups.count
    starts = Array(repeating: 0, count: groups + 1)
    for slice in found { for posting in slice.postings { starts[posting.group + 1] += 1 } }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    papers = Array(repeating: 0, count: starts[groups])
    levels = Array(repeating: 0, count: starts[groups])
    sort(found)
    let count = lengths.reduce(0) { $0 + $1.count }
    for group in 0..<groups {
      let step = Impact.coarseness(count: self.count(group), of: count)
      if step > 1 { for at in starts[group]..<starts[group + 1] { levels[at] = Impact.coarse(levels[at], step) } }
    }
  }

  /// Papers that hold a word of the group.
  func count(_ group: Int) -> Int { starts[group + 1] - starts[group] }

  /// How many of the group's postings stand beside it: those of titles, and of others what there is room for.
  func head(_ group: Int, _ layout: Layout) -> Int {
    if count(group) <= layout.headPostings { return count(group) }
    let inTitles = levels[starts[group]..<starts[group + 1]].count { $0 >= UInt8(Impact.abstractLevels) }
    return max(layout.headPostings, inTitles)
  }

  /// The group's postings, highest level first, then by paper.
  func byLevel(_ group: Int) -> [Posting] {
    let range = starts[group]..<starts[group + 1]
    if range.isEmpty { return [] }
    if range.count == 1 { return [Posting(paper: papers[range.lowerBound], level: levels[range.lowerBound])] }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: Impact.levels + 1) { next in
      next.initialize(repeating: 0)
      for at in range { next[Impact.levels - Int(levels[at])] += 1 }
      for level in 1...Impact.levels { next[level] += next[level - 1] }
      return Array(unsafeUninitializedCapacity: range.count) { sorted, count in
        for at in range {
          let place = Impact.levels - 1 - Int(levels[at])
          sorted.initializeElement(at: next[place], to: Posting(paper: papers[at], level: levels[at]))
          next[place] += 1
        }
        count = range.count
      }
    }
  }
}

/// One paper of a group of words.
struct Posting {
  var paper: Int32
  var level: UInt8
}

extension Postings {
  /// Words of the title and of the abstract of a paper, stop words left out.
  typealias Length = (title: Int, abstract: Int)

  private static func lengths(_ counts: WordCounts, _ slice: Int, _ vocabulary: Vocabulary) -> [Length] {
    let isCounted = vocabulary.numbers[slice].map { number in
      let group = Int(vocabulary.groupOfWord[Int(number)])
      return group >= 0 && !vocabulary.isStopWord[group]
    }
    return counts.ends.indices.map { paper in
      var length = (title: 0, abstract: 0)
      for entry in counts.entries(of: paper) where isCounted[Int(entry.word)] {
        length.title += Int(entry.inTitle)
        length.abstract += Int(entry.inAbstract)
      }
      return length
    }
  }

  private static func mean(_ values: [Int]) -> Float {
    values.isEmpty ? 1 : max(1, Float(values.reduce(0, +)) / Float(values.count))
  }

  /// Puts postings that stand paper by paper into their groups.
  private mutating func sort(_ found: [PaperPostings]) {
    var next = starts
    var paper: Int32 = 0
    for slice in found {
      var start = 0
      for end in slice.ends {
        for posting in slice.postings[start..<end] {
          let place = next[posting.group]
          papers[place] = paper
          levels[place] = posting.level
          next[posting.group] = place + 1
        }
        start = end
        paper += 1
      }
    }
  }
}
