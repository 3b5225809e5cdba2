import Text

/// The file that is read first, `index.json`: what there is, where each part begins, and in a whole index the parts.
struct Manifest {
  static let version = 1

  var papers: Int
  var firstForms: [String]
  var firstWords: [String]
  var firstTitles: [String]
  var rowsPerPart: Int
  var firstPapers: [Int]
  var pathPrefix: String
  var pathSuffix: String
  var facets: [(name: String, values: Int)]
  /// Parts per twin of a part (`js/t-0.js`), 1 where each has its own.
  var bundle: Int

  /// - Parameters:
  ///   - stamp: a short fingerprint of all parts, new whenever one of them changes.
  ///   - parts: what stands in the file itself.
  func json(stamp: String, parts: [Part]) -> [UInt8] {
    var json = JSONWriter(reserving: parts.reduce(4096) { $0 + $1.json.count })
    json.beginObject()
    json.field("format", "offprint-search")
    json.field("version", Self.version)
    json.field("stamp", stamp)
    json.field("papers", papers)
    json.key("weights")
    json.beginArray()
    for level in 0..<Impact.levels { json.decimal(Impact.weight(level), places: 3) }
    json.endArray()
    json.field("titleLevel", Impact.abstractLevels)
    json.field("stop", SearchStopWords.list.joined(separator: " "))
    json.field("words", firstForms.joined(separator: " "))
    json.field("spellings", firstWords.joined(separator: " "))
    json.field("titles", firstTitles.joined(separator: "\n"))
    json.field("titleLetters", TitleParts.opening)
    json.field("rows", rowsPerPart)
    json.key("abstracts")
    json.beginArray()
    for paper in firstPapers { json.integer(paper) }
    json.endArray()
    json.key("paths")
    json.beginArray()
    json.string(pathPrefix)
    json.string(pathSuffix)
    json.endArray()
    json.key("facets")
    json.beginArray()
    for facet in facets {
      json.beginArray()
      json.string(facet.name)
      json.integer(facet.values)
      json.endArray()
    }
    json.endArray()
    json.field("bundle", bundle)
    json.key("parts")
    json.beginObject()
    for part in parts {
      json.key(part.name)
      json.json(part.json)
    }
    json.endObject()
    json.endObject()
    return json.bytes
  }
}
