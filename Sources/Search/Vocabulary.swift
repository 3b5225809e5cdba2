import Parallel
import Text

/// The words of all papers, grouped by stem: what a reader types is looked up among a group's forms.
struct Vocabulary: Sendable {
  private(set) var words = WordTable(capacity: 1 << 14)
  /// The group of each word, -1 for a word that is left out.
  private(set) var groupOfWord: [Int32] = []
  /// Whether the group holds a stop word, of which the index keeps the titles alone.
  private(set) var isStopWord: [Bool] = []
  /// All words in sorted order.
  private(set) var sorted: [Int32] = []
  /// For each slice, the number of each of its words among all words.
  private(set) var numbers: [[Int32]] = []
  /// Words of all groups, group by group, each group's in sorted order; groups in order of their first form.
  private var forms: [Int32] = []
  /// Where each group's forms start; one more at the end.
  private var starts: [Int32] = [0]

  init(_ counts: [WordCounts], _ slices: Slices) {
    for slice in counts {
      numbers.append(slice.words.indices.map { word in Int32(slice.words.withBytes(word) { words.intern($0) }) })
    }
    sorted = words.sortedNumbers()
    group(leavingOut: rareCompounds(counts), slices)
  }

  var groups: Range<Int> { 0..<starts.count - 1 }

  /// Words of the group, in sorted order.
  func forms(_ group: Int) -> ArraySlice<Int32> { forms[Int(starts[group])..<Int(starts[group + 1])] }
}

extension Vocabulary {
  /// Whether each word is a compound that one abstract alone holds: its parts find it, and there are very many.
  private func rareCompounds(_ counts: [WordCounts]) -> [Bool] {
    var isCompound = Array(repeating: true, count: words.count)
    var papers = Array(repeating: Int32(0), count: words.count)
    for (slice, numbers) in zip(counts, numbers) {
      for (word, number) in numbers.enumerated() where !slice.isCompound[word] { isCompound[Int(number)] = false }
      for entry in slice.entries { papers[Int(numbers[Int(entry.word)])] += 1 }
    }
    return words.indices.map { isCompound[$0] && papers[$0] < 2 }
  }

  private mutating func group(leavingOut isLeftOut: [Bool], _ slices: Slices) {
    let kept = sorted.filter { !isLeftOut[Int($0)] }
    var keys = WordTable(capacity: kept.count)
    var groups: [Int32] = []
    let all = words
    for stems in slices.map(kept.count, sliceSize: 4096, { Stems(kept[$0], all) }) {
      stems.each { groups.append(Int32(keys.intern($0))) }
    }
    groupOfWord = Array(repeating: -1, count: words.count)
    isStopWord = Array(repeating: false, count: keys.count)
    var ends = Array(repeating: Int32(0), count: keys.count + 1)
    for (word, group) in zip(kept, groups) {
      groupOfWord[Int(word)] = group
      ends[Int(group) + 1] += 1
      if words.withBytes(Int(word), SearchStopWords.contains) { isStopWord[Int(group)] = true }
    }
    for group in 0..<keys.count { ends[group + 1] += ends[group] }
    starts = ends
    forms = Array(repeating: 0, count: kept.count)
    for (word, group) in zip(kept, groups) {
      forms[Int(ends[Int(group)])] = word
      ends[Int(group)] += 1
    }
  }
}
