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
    guard let say = document.say else { return nil }
    var abstract = document.abstract
    return abstract.withUTF8 { bytes in
      guard say.lowerBound >= 0, say.upperBound <= bytes.count, isStart(bytes, say.lowerBound),
        isStart(bytes, say.upperBound)
      else { return nil }
      if Octets.skipASCII(bytes, from: 0) >= say.upperBound { return say }
      let from = units(bytes[..<say.lowerBound])
      return from..<from + units(bytes[say])
    }
  }

  /// Whether a letter starts at the offset, or the text ends there.
  private static func isStart(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  /// UTF-16 units of UTF-8 text: one for each letter, two for one of four bytes.
  private static func units(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var units = 0
    for byte in UnsafeBufferPointer(rebasing: bytes) {
      units += (byte & 0xC0 == 0x80 ? 0 : 1) + (byte >= 0xF0 ? 1 : 0)
    }
    return units
  }
}
