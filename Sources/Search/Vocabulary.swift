import Text

/// The words of all papers, grouped by stem: what a reader types is looked up among a group's forms.
struct Vocabulary: Sendable {
  private(set) var words = WordTable(capacity: 1 << 14)
  /// Forms of each group as word numbers, sorted; groups in order of their first form.
  private(set) var groups: [[Int]] = []
  /// The group of each word, -1 for a word that is left out.
  private(set) var groupOfWord: [Int] = []
  /// Whether the group holds a stop word, of which the index keeps the titles alone.
  private(set) var isStopWord: [Bool] = []
  /// All words in sorted order.
  private(set) var sorted: [Int] = []
  /// For each slice, the number of each of its words among all words.
  private(set) var numbers: [[Int]] = []

  init(_ slices: [WordCounts]) {
    for slice in slices {
      numbers.append((0..<slice.words.count).map { word in slice.words.withBytes(word) { words.intern($0) } })
    }
    group(leavingOut: rareCompounds(slices))
  }

  func forms(_ group: Int) -> [String] { groups[group].map { words.text($0) } }
}

extension Vocabulary {
  /// Whether each word is a compound that one abstract alone holds: its parts find it, and there are very many.
  private func rareCompounds(_ slices: [WordCounts]) -> [Bool] {
    var isCompound = Array(repeating: true, count: words.count)
    var papers = Array(repeating: 0, count: words.count)
    for (slice, numbers) in zip(slices, numbers) {
      for (word, number) in numbers.enumerated() where !slice.isCompound[word] { isCompound[number] = false }
      for entry in slice.entries { papers[numbers[Int(entry.word)]] += 1 }
    }
    return words.indices.map { isCompound[$0] && papers[$0] < 2 }
  }

  private mutating func group(leavingOut isLeftOut: [Bool]) {
    let stemmer = Stemmer()
    var keys = WordTable(capacity: words.count)
    var groupOfKey: [Int] = []
    groupOfWord = Array(repeating: 0, count: words.count)
    sorted = words.sortedNumbers()
    for word in sorted {
      if isLeftOut[word] {
        groupOfWord[word] = -1
        continue
      }
      let key = words.withBytes(word) { form in keys.intern(Self.key(form, stemmer)) }
      if key == groupOfKey.count {
        groupOfKey.append(groups.count)
        groups.append([])
        isStopWord.append(false)
      }
      let group = groupOfKey[key]
      groups[group].append(word)
      groupOfWord[word] = group
      if words.withBytes(word, SearchStopWords.contains) { isStopWord[group] = true }
    }
  }

  /// The stem, or the form itself where the two part too early to stand side by side in the index (`dying`, `die`).
  private static func key(
    _ form: UnsafeBufferPointer<UInt8>, _ stemmer: borrowing Stemmer
  ) -> UnsafeBufferPointer<UInt8> {
    guard form.count > 2, form.allSatisfy({ $0 &- 0x61 < 26 }), !SearchStopWords.contains(form) else { return form }
    let stem = stemmer.stem(form)
    let shared = zip(form, stem).prefix { $0 == $1 }.count
    return shared >= stem.count - 1 && shared > 1 ? stem : form
  }
}
