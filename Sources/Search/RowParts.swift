import Parallel
import Text

/// The parts `d/N`: what a list of results shows of each paper.
struct RowParts {
  private(set) var parts: [Part] = []
  /// What all addresses begin and end with; rows hold what stands between.
  private(set) var pathPrefix = ""
  private(set) var pathSuffix = ""

  init(_ documents: [SearchDocument], _ layout: Layout, _ slices: Slices) {
    pathPrefix = Self.sharedFolder(documents)
    pathSuffix = documents.allSatisfy { $0.path.hasSuffix(".html") } && !documents.isEmpty ? ".html" : ""
    let ends = (prefix: pathPrefix.utf8.count, suffix: pathSuffix.utf8.count)
    parts = slices.map(documents.count, sliceSize: layout.rowsPerPart) { rows in
      Part(name: "d/\(rows.lowerBound / layout.rowsPerPart)", json: Self.json(documents[rows], ends))
    }
  }

  private static func json(_ rows: ArraySlice<SearchDocument>, _ ends: (prefix: Int, suffix: Int)) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("title")
    json.beginArray()
    for row in rows { json.string(row.title) }
    json.endArray()
    json.key("path")
    json.beginArray()
    for row in rows { write(row, ends, into: &json) }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  /// The address as far as the title does not tell it: 0 where it is the title's plain slug, a number where it is
  /// so many letters of it, else the address between what all begin and end with.
  private static func write(
    _ row: SearchDocument, _ ends: (prefix: Int, suffix: Int), into json: inout JSONWriter
  ) {
    let name = Array(row.path.utf8.dropFirst(ends.prefix).dropLast(ends.suffix))
    let slug = plainSlug(row.title)
    if !name.isEmpty, slug.starts(with: name) {
      json.integer(slug.count == name.count ? 0 : name.count)
    } else {
      json.string(name)
    }
  }

  /// Small letters and digits, apostrophes dropped, one hyphen for all else between them.
  static func plainSlug(_ title: String) -> [UInt8] {
    var title = title
    return title.withUTF8 { title in
      // No letter or hyphen of the slug without one of the title's.
      [UInt8](unsafeUninitializedCapacity: title.count) { slug, count in
        var isApart = false
        for byte in title where byte != 0x27 {
          let small = byte.asciiLowercased
          guard small &- 0x61 < 26 || small &- 0x30 < 10 else {
            isApart = true
            continue
          }
          if isApart, count > 0 {
            slug[count] = 0x2D
            count += 1
          }
          isApart = false
          slug[count] = small
          count += 1
        }
      }
    }
  }

  /// The longest folder, with its slash, that all paths lie in.
  private static func sharedFolder(_ documents: [SearchDocument]) -> String {
    guard let first = documents.first else { return "" }
    var shared = Array(first.path.utf8)
    for document in documents where !document.path.utf8.starts(with: shared) {
      shared = zip(shared, document.path.utf8).prefix { $0 == $1 }.map(\.0)
    }
    guard let slash = shared.lastIndex(of: 0x2F) else { return "" }
    return String(decoding: shared[...slash], as: UTF8.self)
  }
}
