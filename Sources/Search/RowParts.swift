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
      for row in rows {
        json.string(
          String(
            decoding: row.path.utf8.dropFirst(pathPrefix.utf8.count).dropLast(pathSuffix.utf8.count), as: UTF8.self))
      }
      json.endArray()
      json.key("note")
      json.beginArray()
      for row in rows { json.string(row.note) }
      json.endArray()
      json.endObject()
      parts.append(Part(name: "d/\(parts.count)", json: json.bytes))
      start += rows.count
    }
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
