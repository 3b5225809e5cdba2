import Papers
import Text

extension Facts {
  /// What is known of a paper as schema.org has it, safe inside a script element.
  ///
  /// Without a base URL the paper goes by a URN of its content id.
  func linkedData(_ paper: Int, _ value: Paper, _ details: Details) -> Markup {
    var json = JSONWriter(reserving: 1_024)
    json.beginObject()
    json.field("@context", "https://schema.org")
    json.field("@type", "ScholarlyArticle")
    if let base = content.baseURL {
      json.field("@id", base + plan.papers[paper].value)
      json.field("url", details.url ?? base + plan.papers[paper].value)
    } else {
      json.field("@id", "urn:offprint:" + value.id.value)
      json.field("url", optional: details.url)
    }
    json.field("headline", titles[paper])
    json.field("abstract", optional: value.abstract.isEmpty ? nil : descriptions[paper])
    if !details.authors.isEmpty { writeAuthors(details.authors, into: &json) }
    json.field("datePublished", optional: details.date ?? details.year.map { String($0) })
    if let doi = details.doi { json.field("sameAs", "https://doi.org/" + doi) }
    json.field("keywords", list: atlas.placements[paper].keywords.prefix(8).map { atlas.keywords[$0].name })
    json.endObject()
    return Markup(bytes: Self.inScript(json.bytes))
  }

  private func writeAuthors(_ authors: [Author], into json: inout JSONWriter) {
    json.key("author")
    json.beginArray()
    for author in authors {
      json.beginObject()
      json.field("@type", "Person")
      json.field("name", author.full)
      json.endObject()
    }
    json.endArray()
  }

  private static func holdsMarks(_ json: [UInt8]) -> Bool {
    json.withUnsafeBufferPointer { json in [0x3C, 0x3E, 0x26].contains { Octets.find($0, json) != nil } }
  }

  /// JSON without the characters that could end a script element or open a comment in it.
  static func inScript(_ json: [UInt8]) -> [UInt8] {
    guard Self.holdsMarks(json) else { return json }
    var safe: [UInt8] = []
    safe.reserveCapacity(json.count + 32)
    for byte in json {
      switch byte {
      case 0x3C: safe += Array("\\u003c".utf8)
      case 0x3E: safe += Array("\\u003e".utf8)
      case 0x26: safe += Array("\\u0026".utf8)
      default: safe.append(byte)
      }
    }
    return safe
  }
}
