import Text

/// How often each word occurs in the title and the abstract of each paper of one slice.
struct WordCounts: Sendable {
  /// One word of one paper.
  struct Entry: Sendable {
    var word: Int32
    var inTitle: UInt16
    var inAbstract: UInt16
  }

  private(set) var words = WordTable()
  /// Whether each word was met in abstracts alone, and there only as two words written together.
  private(set) var isCompound: [Bool] = []
  private(set) var entries: [Entry] = []
  /// End of each paper's entries.
  private(set) var ends: [Int] = []

  init(_ documents: some Sequence<SearchDocument>) {
    var tokens = SearchTokens()
    var place: [Int32] = []
    for document in documents {
      let start = entries.count
      count(document.title, inTitle: true, &tokens, &place) { $0.inTitle &+= $0.inTitle == .max ? 0 : 1 }
      count(document.abstract, inTitle: false, &tokens, &place) { $0.inAbstract &+= $0.inAbstract == .max ? 0 : 1 }
      for entry in entries[start...] { place[Int(entry.word)] = -1 }
      ends.append(entries.count)
    }
  }

  /// The entries of the `index`th paper of the slice.
  func entries(of index: Int) -> ArraySlice<Entry> { entries[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }
}

extension WordCounts {
  /// Counts the words of `text`; `place` says where the entry of a word of this paper stands, -1 where it has none.
  private mutating func count(
    _ text: String, inTitle: Bool, _ tokens: inout SearchTokens, _ place: inout [Int32],
    _ add: (inout Entry) -> Void
  ) {
    var copy = text
    copy.withUTF8 { bytes in
      tokens.scan(bytes) { word, kind in
        let number = words.intern(word)
        if number == place.count {
          place.append(-1)
          isCompound.append(true)
        }
        if inTitle || kind != .compound { isCompound[number] = false }
        if place[number] < 0 {
          place[number] = Int32(entries.count)
          entries.append(Entry(word: Int32(number), inTitle: 0, inAbstract: 0))
        }
        add(&entries[Int(place[number])])
      }
    }
  }
}
