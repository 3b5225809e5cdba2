import Text

/// The parts `d/N`: what a list of results shows of each paper.
struct RowParts {
  private(set) var parts: [Part] = []
  /// What all addresses begin and end with; rows hold what stands between.
  private(set) var pathPrefix = ""
  private(set) var pathSuffix = ""

  init(_ documents: [SearchDocument], _ layout: Layout) {
    let paths = documents.map { Array($0.path.utf8) }
    pathPrefix = String(decoding: Self.sharedFolder(paths), as: UTF8.self)
    pathSuffix = documents.allSatisfy { $0.path.hasSuffix(".html") } && !documents.isEmpty ? ".html" : ""
    var start = 0
    while start < documents.count {
      let rows = documents[start..<min(documents.count, start + layout.rowsPerPart)]
      var json = JSONWriter()
      json.beginObject()
      json.key("title")
      json.beginArray()
      for row in rows { json.string(row.title) }
      json.endArray()
      json.key("path")
      json.beginArray()
      for row in rows { write(row, into: &json) }
      json.endArray()
      json.endObject()
      parts.append(Part(name: "d/\(parts.count)", json: json.bytes))
      start += rows.count
    }
  }

  /// The address as far as the title does not tell it: 0 where it is the title's plain slug, a number where it is
  /// so many letters of it, else the address between what all begin and end with.
  private func write(_ row: SearchDocument, into json: inout JSONWriter) {
    let name = row.path.utf8.dropFirst(pathPrefix.utf8.count).dropLast(pathSuffix.utf8.count)
    let slug = Self.plainSlug(row.title)
    if !name.isEmpty, slug.starts(with: name) {
      json.integer(slug.count == name.count ? 0 : name.count)
    } else {
      json.string(String(decoding: name, as: UTF8.self))
    }
  }

  /// Small letters and digits, apostrophes dropped, one hyphen for all else between them.
  static func plainSlug(_ title: String) -> [UInt8] {
    var slug: [UInt8] = []
    var isApart = false
    for byte in title.utf8 where byte != 0x27 {
      let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
      guard small &- 0x61 < 26 || small &- 0x30 < 10 else {
        isApart = true
        continue
      }
      if isApart, !slug.isEmpty { slug.append(0x2D) }
      isApart = false
      slug.append(small)
    }
    return slug
  }

  /// The longest folder, with its slash, that all paths lie in.
  private static func sharedFolder(_ paths: [[UInt8]]) -> ArraySlice<UInt8> {
    guard let first = paths.first else { return [] }
    var shared = first[...]
    for path in paths {
      let count = zip(shared, path).prefix { $0 == $1 }.count
      shared = shared.prefix(count)
    }
    guard let slash = shared.lastIndex(of: 0x2F) else { return [] }
    return shared[...slash]
  }
}
