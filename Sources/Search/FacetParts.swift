import Text

/// The parts `f/NAME`: the values of one facet with the papers of each.
struct FacetParts {
  private(set) var parts: [Part] = []
  /// Names in the order in which the papers bring them, with the number of values.
  private(set) var names: [(name: String, values: Int)] = []

  init(_ documents: [SearchDocument]) {
    var facets: [Facet] = []
    var places: [String: Int] = [:]
    for (paper, document) in documents.enumerated() {
      for given in document.facets where Self.isPlain(given.name) {
        let place = places[given.name] ?? facets.count
        if place == facets.count {
          places[given.name] = place
          facets.append(Facet(name: given.name))
        }
        for value in given.values { facets[place].add(value, paper) }
      }
    }
    for facet in facets where !facet.values.isEmpty {
      names.append((facet.name, facet.values.count))
      parts.append(Part(name: "f/\(facet.name)", json: facet.json))
    }
  }

  /// Facet names become file names: lower-case letters and hyphens alone.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 == 0x2D }
  }
}

extension FacetParts {
  private struct Facet {
    var name: String
    var values: [SearchFacet.Value] = []
    private var papers: [[Int]] = []
    private var places: [SearchFacet.Value: Int] = [:]

    init(name: String) { self.name = name }

    mutating func add(_ value: SearchFacet.Value, _ paper: Int) {
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
