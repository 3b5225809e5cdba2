import Text

/// The parts `x/N`: ids, provenance and abstracts, for excerpts and for phrases.
struct AbstractParts {
  private(set) var parts: [Part] = []
  /// The first paper of each part.
  private(set) var firstPapers: [Int] = []

  init(_ documents: [SearchDocument], _ layout: Layout) {
    var start = 0
    var bytes = 0
    for (number, document) in documents.enumerated() {
      bytes += document.abstract.utf8.count
      if bytes >= layout.abstractBytes || number == documents.count - 1 {
        firstPapers.append(start)
        parts.append(Part(name: "x/\(parts.count)", json: Self.json(documents[start...number])))
        start = number + 1
        bytes = 0
      }
    }
  }

  private static func json(_ documents: ArraySlice<SearchDocument>) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("id", list: documents.map(\.id))
    json.field("note", list: documents.map(\.note))
    json.field("abstract", list: documents.map(\.abstract))
    json.key("say")
    json.beginArray()
    for document in documents {
      json.beginArray()
      if let say = span(document) {
        json.integer(say.lowerBound)
        json.integer(say.upperBound)
      }
      json.endArray()
    }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  /// The sentence that says what the paper adds, in UTF-16 units as scripts count, nil where the offsets fall
  /// outside the abstract or inside a letter.
  private static func span(_ document: SearchDocument) -> Range<Int>? {
    let bytes = document.abstract.utf8
    guard let say = document.say, say.lowerBound >= 0, say.upperBound <= bytes.count else { return nil }
    let start = bytes.index(bytes.startIndex, offsetBy: say.lowerBound)
    let end = bytes.index(bytes.startIndex, offsetBy: say.upperBound)
    guard let from = start.samePosition(in: document.abstract.unicodeScalars),
      let to = end.samePosition(in: document.abstract.unicodeScalars)
    else { return nil }
    let units = document.abstract.utf16
    return units.distance(from: units.startIndex, to: from)..<units.distance(from: units.startIndex, to: to)
  }
}
