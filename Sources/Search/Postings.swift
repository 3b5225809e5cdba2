/// The papers of each group of words, with the level of the word in each, ordered by paper.
struct Postings: Sendable {
  /// Start of each group's postings; one more at the end.
  private(set) var starts: [Int]
  private(set) var papers: [Int32]
  private(set) var levels: [UInt8]

  /// - Parameter slices: the counts of all papers, in the order of their numbers.
  init(_ slices: [WordCounts], _ vocabulary: Vocabulary) {
    let lengths = Self.lengths(slices, vocabulary)
    var impact = Impact()
    impact.meanTitle = Self.mean(lengths.map(\.title))
    impact.meanAbstract = Self.mean(lengths.map(\.abstract))
    var found = Found(reserving: slices.reduce(0) { $0 + $1.entries.count })
    var counts = Array(repeating: 0, count: vocabulary.groups.count)
    var gathered = GroupCounts(groups: vocabulary.groups.count)
    var paper = 0
    for (slice, numbers) in zip(slices, vocabulary.numbers) {
      for index in slice.ends.indices {
        gathered.gather(slice.entries(of: index), numbers, vocabulary)
        gathered.drain { group, inTitle, inAbstract in
          let level = impact.level(
            inTitle: inTitle, inAbstract: inAbstract, titleLength: lengths[paper].title,
            abstractLength: lengths[paper].abstract)
          found.append(group, paper, level)
          counts[group] += 1
        }
        paper += 1
      }
    }
    starts = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    papers = Array(repeating: 0, count: found.groups.count)
    levels = Array(repeating: 0, count: found.groups.count)
    var next = starts
    for at in found.groups.indices {
      let group = Int(found.groups[at])
      papers[next[group]] = found.papers[at]
      levels[next[group]] = Impact.coarse(found.levels[at], count: counts[group], of: lengths.count)
      next[group] += 1
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
  func byLevel(_ group: Int) -> [(paper: Int32, level: UInt8)] {
    let range = starts[group]..<starts[group + 1]
    var next = Array(repeating: 0, count: Impact.levels + 1)
    for at in range { next[Impact.levels - Int(levels[at])] += 1 }
    for level in 1...Impact.levels { next[level] += next[level - 1] }
    var sorted = Array(repeating: (paper: Int32(0), level: UInt8(0)), count: range.count)
    for at in range {
      let slot = Impact.levels - 1 - Int(levels[at])
      sorted[next[slot]] = (papers[at], levels[at])
      next[slot] += 1
    }
    return sorted
  }
}

extension Postings {
  /// Postings in order of papers, before they are sorted into groups.
  private struct Found {
    var groups: [Int32] = []
    var papers: [Int32] = []
    var levels: [UInt8] = []

    init(reserving capacity: Int) {
      groups.reserveCapacity(capacity)
      papers.reserveCapacity(capacity)
      levels.reserveCapacity(capacity)
    }

    mutating func append(_ group: Int, _ paper: Int, _ level: UInt8) {
      groups.append(Int32(group))
      papers.append(Int32(paper))
      levels.append(level)
    }
  }

  /// Words of the title and of the abstract of each paper, stop words left out.
  private static func lengths(
    _ slices: [WordCounts], _ vocabulary: Vocabulary
  ) -> [(title: Int, abstract: Int)] {
    var lengths: [(title: Int, abstract: Int)] = []
    for (slice, numbers) in zip(slices, vocabulary.numbers) {
      let counts = numbers.map { number in
        let group = vocabulary.groupOfWord[number]
        return group >= 0 && !vocabulary.isStopWord[group]
      }
      for index in slice.ends.indices {
        var length = (title: 0, abstract: 0)
        for entry in slice.entries(of: index) where counts[Int(entry.word)] {
          length.title += Int(entry.inTitle)
          length.abstract += Int(entry.inAbstract)
        }
        lengths.append(length)
      }
    }
    return lengths
  }

  private static func mean(_ values: [Int]) -> Float {
    values.isEmpty ? 1 : max(1, Float(values.reduce(0, +)) / Float(values.count))
  }
}

/// Adds up the words of one paper by group.
private struct GroupCounts {
  private var inTitle: [Int32]
  private var inAbstract: [Int32]
  private var touched: [Int] = []

  init(groups: Int) {
    inTitle = Array(repeating: 0, count: groups)
    inAbstract = Array(repeating: 0, count: groups)
  }

  mutating func gather(_ entries: ArraySlice<WordCounts.Entry>, _ numbers: [Int], _ vocabulary: Vocabulary) {
    for entry in entries {
      let group = vocabulary.groupOfWord[numbers[Int(entry.word)]]
      if group < 0 { continue }
      let abstract = vocabulary.isStopWord[group] ? 0 : Int32(entry.inAbstract)
      if entry.inTitle == 0, abstract == 0 { continue }
      if inTitle[group] == 0, inAbstract[group] == 0 { touched.append(group) }
      inTitle[group] += Int32(entry.inTitle)
      inAbstract[group] += abstract
    }
  }

  mutating func drain(_ body: (_ group: Int, _ inTitle: Int, _ inAbstract: Int) -> Void) {
    for group in touched {
      body(group, Int(inTitle[group]), Int(inAbstract[group]))
      inTitle[group] = 0
      inAbstract[group] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
