import Parallel
import Text

/// The parts `f/NAME`: the values of one facet with the papers of each.
struct FacetParts {
  private(set) var parts: [Part] = []
  /// Names in the order in which the papers bring them, with the number of values.
  private(set) var names: [(name: String, values: Int)] = []

  init(_ documents: [SearchDocument], _ slices: Slices) {
    let all = Self.names(documents)
    let facets = slices.mapEach(all.count, sliceSize: 1) { number in
      let facet = Facet(all[number], documents)
      return (values: facet.values.count, part: Part(name: "f/\(all[number])", json: facet.json))
    }
    for (name, facet) in zip(all, facets) where facet.values > 0 {
      names.append((name, facet.values))
      parts.append(facet.part)
    }
  }

  /// Names in the order in which the papers bring them.
  private static func names(_ documents: [SearchDocument]) -> [String] {
    var names: [String] = []
    for document in documents {
      for facet in document.facets where !names.contains(facet.name) && isPlain(facet.name) { names.append(facet.name) }
    }
    return names
  }

  /// Facet names become file names: lower-case letters and hyphens alone.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 == 0x2D }
  }
}

extension FacetParts {
  private struct Facet {
    private(set) var values: [SearchFacet.Value] = []
    private var papers: [[Int]] = []
    private var places: [SearchFacet.Value: Int] = [:]

    init(_ name: String, _ documents: [SearchDocument]) {
      for (paper, document) in documents.enumerated() {
        for facet in document.facets where facet.name == name {
          for value in facet.values { add(value, paper) }
        }
      }
    }

    private mutating func add(_ value: SearchFacet.Value, _ paper: Int) {
      let place = places[value] ?? values.count
      if place == values.count {
        places[value] = place
        values.append(value)
        papers.append([])
      }
      if papers[place].last != paper { papers[place].append(paper) }
    }

    /// Values by label; papers as gaps between their numbers, from -1.
    var json: [UInt8] {
      let order = values.indices.sorted {
        (values[$0].label, values[$0].path ?? "") < (values[$1].label, values[$1].path ?? "")
      }
      var json = JSONWriter()
      json.beginObject()
      json.field("label", list: order.map { values[$0].label })
      json.field("path", list: order.map { values[$0].path ?? "" })
      json.key("papers")
      json.beginArray()
      for place in order {
        json.beginArray()
        var last = -1
        for paper in papers[place] {
          json.integer(paper - last)
          last = paper
        }
        json.endArray()
      }
      json.endArray()
      json.endObject()
      return json.bytes
    }
  }
}
