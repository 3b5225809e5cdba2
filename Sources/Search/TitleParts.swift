import Parallel
import Text

/// The parts `h/N`: the openings of all titles in order, so that a query that opens a title finds it at once.
///
/// A whole index has none: the reader sorts the titles that it holds.
struct TitleParts {
  private(set) var parts: [Part] = []
  private(set) var firstTitles: [String] = []

  /// Letters of a title that are kept; more would only be read to be shown, and rows do that.
  static let opening = 16

  init(_ documents: [SearchDocument], _ layout: Layout, _ slices: Slices) {
    guard !layout.isWhole else { return }
    let keys = slices.mapEach(documents.count) { TitleKey.make(documents[$0].title) }
    let openings = keys.map { ScriptOrder.opening($0) }
    let order = keys.indices.sorted {
      if openings[$0] != openings[$1] { return openings[$0] < openings[$1] }
      return keys[$0] == keys[$1] ? $0 < $1 : ScriptOrder.precedes(keys[$0], keys[$1])
    }
    var start = 0
    while start < order.count {
      let papers = order[start..<min(order.count, start + layout.titlesPerPart)]
      var json = JSONWriter()
      json.beginObject()
      json.field("titles", papers.map { Self.cut(keys[$0]) }.joined(separator: "\n"))
      json.key("papers")
      json.beginArray()
      for paper in papers { json.integer(paper) }
      json.endArray()
      json.endObject()
      firstTitles.append(Self.cut(keys[order[start]]))
      parts.append(Part(name: "h/\(parts.count)", json: json.bytes))
      start += papers.count
    }
  }

  private static func cut(_ key: [UInt8]) -> String {
    String(String.UnicodeScalarView(String(decoding: key, as: UTF8.self).unicodeScalars.prefix(opening)))
  }
}
