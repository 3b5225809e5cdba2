/// The phrases of each paper: the index the other way about.
struct PhrasesByPaper: Sendable {
  /// Entries of paper `p` are `entries[offsets[p]..<offsets[p + 1]]`, ascending by phrase.
  let offsets: [Int]
  let entries: [Entry]

  /// A phrase of a paper.
  struct Entry: Sendable {
    private let bits: UInt32

    fileprivate init(phrase: Int, isInTitle: Bool) { bits = UInt32(phrase) << 1 | (isInTitle ? 1 : 0) }

    var phrase: Int { Int(bits >> 1) }
    var isInTitle: Bool { bits & 1 == 1 }
  }

  init(_ index: PhraseIndex, where isWanted: (Int) -> Bool) {
    let wanted = index.phrases.indices.filter(isWanted)
    var offsets = [Int](repeating: 0, count: index.papers + 1)
    for phrase in wanted { for posting in index.postings(of: phrase) { offsets[posting.paper + 1] += 1 } }
    for paper in 0..<index.papers { offsets[paper + 1] += offsets[paper] }
    var next = offsets
    var entries = [Entry](repeating: Entry(phrase: 0, isInTitle: false), count: offsets[index.papers])
    for phrase in wanted {
      for posting in index.postings(of: phrase) {
        entries[next[posting.paper]] = Entry(phrase: phrase, isInTitle: posting.isInTitle)
        next[posting.paper] += 1
      }
    }
    self.offsets = offsets
    self.entries = entries
  }

  func of(_ paper: Int) -> ArraySlice<Entry> { entries[offsets[paper]..<offsets[paper + 1]] }
}
