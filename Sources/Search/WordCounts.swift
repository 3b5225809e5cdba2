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
  /// Where the entry of each word stands for the paper that is read, -1 where it has none.
  private var places: [Int32] = []

  init(_ documents: some Sequence<SearchDocument>) {
    var tokens = SearchTokens()
    for document in documents {
      let start = entries.count
      count(document.title, inTitle: true, &tokens)
      count(document.abstract, inTitle: false, &tokens)
      for entry in entries[start...] { places[Int(entry.word)] = -1 }
      ends.append(entries.count)
    }
    places = []
  }

  /// The entries of the `index`th paper of the slice.
  func entries(of index: Int) -> ArraySlice<Entry> { entries[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }
}

extension WordCounts {
  private mutating func count(_ text: String, inTitle: Bool, _ tokens: inout SearchTokens) {
    var copy = text
    copy.withUTF8 { bytes in
      tokens.scan(bytes) { word, kind in
        let number = words.intern(word)
        if number == places.count {
          places.append(-1)
          isCompound.append(true)
        }
        if inTitle || kind != .compound { isCompound[number] = false }
        var place = Int(places[number])
        if place < 0 {
          place = entries.count
          places[number] = Int32(place)
          entries.append(Entry(word: Int32(number), inTitle: 0, inAbstract: 0))
        }
        if inTitle {
          entries[place].inTitle &+= entries[place].inTitle == .max ? 0 : 1
        } else {
          entries[place].inAbstract &+= entries[place].inAbstract == .max ? 0 : 1
        }
      }
    }
  }
}
