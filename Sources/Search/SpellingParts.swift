import Text

/// The parts `w/N`: all words met in two papers or more, for mending what is typed wrong and found nowhere.
///
/// A whole index has none: its words are all at hand.
struct SpellingParts {
  private(set) var parts: [Part] = []
  private(set) var firstWords: [String] = []

  init(_ vocabulary: Vocabulary, _ postings: Postings, _ layout: Layout) {
    guard !layout.isWhole else { return }
    let limit = max(layout.spellingBytes, vocabulary.words.byteCount / Layout.mostSpellingParts)
    var words: [Int] = []
    var bytes = 0
    for word in vocabulary.sorted {
      let group = Int(vocabulary.groupOfWord[Int(word)])
      guard group >= 0, postings.count(group) > 1 else { continue }
      if bytes > limit {
        close(words, vocabulary)
        words = []
        bytes = 0
      }
      words.append(Int(word))
      bytes += vocabulary.words.length(Int(word)) + 1
    }
    if !words.isEmpty { close(words, vocabulary) }
  }

  private mutating func close(_ words: [Int], _ vocabulary: Vocabulary) {
    var json = JSONWriter()
    json.beginObject()
    json.key("words")
    json.string(Array(words.map { vocabulary.words.bytes($0) }.joined(separator: [0x20])))
    json.endObject()
    firstWords.append(vocabulary.words.text(words[0]))
    parts.append(Part(name: "w/\(parts.count)", json: json.bytes))
  }
}
