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
    let order = Self.order(keys)
    parts = slices.map(order.count, sliceSize: layout.titlesPerPart) { range in
      let papers = order[range]
      var json = JSONWriter()
      json.beginObject()
      json.key("titles")
      json.string(Array(papers.map { Self.cut(keys[$0]) }.joined(separator: [0x0A])))
      json.key("papers")
      json.beginArray()
      json.integers(Array(papers))
      json.endArray()
      json.endObject()
      return Part(name: "h/\(range.lowerBound / layout.titlesPerPart)", json: json.bytes)
    }
    firstTitles = stride(from: 0, to: order.count, by: layout.titlesPerPart).map {
      String(decoding: Self.cut(keys[order[$0]]), as: UTF8.self)
    }
  }

  /// Papers by title, equal ones by number.
  private static func order(_ keys: [[UInt8]]) -> [Int] {
    var order = keys.indices.map { (opening: ScriptOrder.opening(keys[$0]), paper: $0) }
    order.sort { a, b in
      if a.opening != b.opening { return a.opening < b.opening }
      let (one, other) = (keys[a.paper], keys[b.paper])
      return one == other ? a.paper < b.paper : ScriptOrder.precedes(one, other)
    }
    return order.map(\.paper)
  }

  /// The first letters of a title.
  private static func cut(_ key: [UInt8]) -> ArraySlice<UInt8> {
    var letters = 0
    for at in key.indices where key[at] & 0xC0 != 0x80 {
      if letters == opening { return key[..<at] }
      letters += 1
    }
    return key[...]
  }
}
