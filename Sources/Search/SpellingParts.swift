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
    var words: [String] = []
    var bytes = 0
    let sorted = vocabulary.sorted.filter { word in
      let group = vocabulary.groupOfWord[word]
      return group >= 0 && postings.count(group) > 1
    }
    for word in sorted {
      let text = vocabulary.words.text(word)
      if bytes > limit {
        close(words)
        words = []
        bytes = 0
      }
      words.append(text)
      bytes += text.utf8.count + 1
    }
    if !words.isEmpty { close(words) }
  }

  private mutating func close(_ words: [String]) {
    var json = JSONWriter()
    json.beginObject()
    json.field("words", words.joined(separator: " "))
    json.endObject()
    firstWords.append(words[0])
    parts.append(Part(name: "w/\(parts.count)", json: json.bytes))
  }
}
