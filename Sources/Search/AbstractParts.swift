import Text

/// The parts `x/N`: ids, provenance and abstracts, for excerpts and for phrases.
struct AbstractParts: Sendable {
  /// The first paper of each part.
  let firstPapers: [Int]
  private let count: Int

  init(_ documents: [SearchDocument], _ layout: Layout) {
    var first: [Int] = []
    var start = 0
    var bytes = 0
    for (number, document) in documents.enumerated() {
      bytes += document.abstract.utf8.count
      if bytes >= layout.abstractBytes || number == documents.count - 1 {
        first.append(start)
        start = number + 1
        bytes = 0
      }
    }
    firstPapers = first
    count = documents.count
  }

  /// Part `number` of `documents`, the very ones that the parts were measured by.
  func part(_ number: Int, _ documents: [SearchDocument]) -> Part {
    let end = number + 1 < firstPapers.count ? firstPapers[number + 1] : count
    return Part(name: "x/\(number)", json: Self.json(documents[firstPapers[number]..<end]))
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
    guard start.samePosition(in: document.abstract.unicodeScalars) != nil,
      end.samePosition(in: document.abstract.unicodeScalars) != nil
    else { return nil }
    let from = units(bytes[..<start])
    return from..<from + units(bytes[start..<end])
  }

  /// UTF-16 units of UTF-8 text: one for each letter, two for one of four bytes.
  private static func units(_ bytes: Substring.UTF8View) -> Int {
    var units = 0
    for byte in bytes where byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    return units
  }
}
