import Diagnostics
import Papers
import Parallel
import Planning
import Text
import Topics

/// `papers.jsonl`: everything known of every paper, one JSON object a line; see `Docs/papers-jsonl.md`.
public struct PapersExport: Sendable {
  private let library: Library
  private let atlas: Atlas
  private let plan: SitePlan
  private let kinds: [PaperKind?]

  /// - Parameter kinds: one for each paper, or none at all.
  public init(library: Library, atlas: Atlas, plan: SitePlan, kinds: [PaperKind?] = []) {
    self.kinds = kinds
    self.library = library
    self.atlas = atlas
    self.plan = plan
  }

  public static let path = SitePath("papers.jsonl")

  /// The lines of so many papers are made before they are handed over, on each thread.
  private static let sliceSize = 256

  /// Hands over the file piece by piece, papers in the library's order.
  public func write(threads: Int, to body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    let batch = Self.sliceSize * max(1, threads) * 4
    for start in stride(from: 0, to: library.papers.count, by: batch) {
      let count = min(batch, library.papers.count - start)
      let parts = Slices(threads: threads).map(count, sliceSize: Self.sliceSize) { range in
        var json = JSONWriter(reserving: range.count * 2_800)
        for paper in range { write(start + paper, into: &json) }
        return json.bytes
      }
      for part in parts { try body(part) }
    }
  }

  /// The file as a whole.
  public func file(threads: Int) throws(Failure) -> OutputFile {
    var bytes: [UInt8] = []
    try write(threads: threads) { bytes.append(contentsOf: $0) }
    return OutputFile(path: Self.path, bytes: bytes)
  }
}

extension PapersExport {
  private func write(_ index: Int, into json: inout JSONWriter) {
    let paper = library.papers[index]
    let placement = atlas.placements[index]
    json.beginObject()
    json.field("id", paper.id.value)
    json.field("sourceId", optional: paper.sourceID)
    json.field("title", paper.title)
    json.field("abstract", paper.abstract)
    json.field("sourceTitle", optional: paper.sourceTitle)
    json.field("sourceAbstract", optional: paper.sourceAbstract)
    write(paper.details, into: &json)
    if kinds.indices.contains(index) { json.field("kind", optional: kinds[index]?.rawValue) }
    json.field("page", plan.papers[index].value)
    write(placement, into: &json)
    write(paper.sightings, into: &json)
    json.endObject()
    json.newline()
  }

  private func write(_ details: Details, into json: inout JSONWriter) {
    if !details.authors.isEmpty {
      json.key("authors")
      json.beginArray()
      for author in details.authors {
        json.beginObject()
        if !author.given.isEmpty { json.field("given", author.given) }
        json.field("family", author.family)
        json.endObject()
      }
      json.endArray()
    }
    if let year = details.year { json.field("year", year) }
    json.field("date", optional: details.date)
    json.field("venue", optional: details.venue)
    json.field("volume", optional: details.volume)
    json.field("issue", optional: details.issue)
    json.field("pages", optional: details.pages)
    json.field("publisher", optional: details.publisher)
    json.field("doi", optional: details.doi)
    json.field("arxivId", optional: details.arxivID)
    json.field("url", optional: details.url)
    json.field("code", optional: details.codeURL)
    json.field("language", optional: details.language)
    json.field("categories", list: details.categories)
    json.field("sourceKeywords", list: details.keywords)
    if let upvotes = details.upvotes { json.field("upvotes", upvotes) }
  }

  private func write(_ placement: Placement, into json: inout JSONWriter) {
    json.key("topics")
    json.beginArray()
    for membership in placement.memberships {
      json.beginObject()
      json.field("id", plan.topics[membership.topic].stem)
      json.key("weight")
      json.decimal(Double(membership.weight))
      json.endObject()
    }
    json.endArray()
    if let best = placement.memberships.first {
      json.field("theme", plan.themes[atlas.topics[best.topic].theme].stem)
    }
    if placement.isLessTypical {
      json.key("lessTypical")
      json.boolean(true)
    }
    json.field("keywords", list: placement.keywords.map { atlas.keywords[$0].name })
    json.field("phrases", list: placement.phrases)
    json.key("neighbours")
    json.beginArray()
    for neighbour in placement.neighbours {
      json.beginObject()
      json.field("id", library.papers[neighbour.paper].id.value)
      json.key("similarity")
      json.decimal(Double(neighbour.similarity))
      json.field("shared", list: atlas.phrases(sharedBy: neighbour))
      json.endObject()
    }
    json.endArray()
    json.key("position")
    json.beginArray()
    json.decimal(Double(placement.position.x), places: 1)
    json.decimal(Double(placement.position.y), places: 1)
    json.endArray()
  }

  private func write(_ sightings: [Sighting], into json: inout JSONWriter) {
    json.key("seenIn")
    json.beginArray()
    for sighting in sightings {
      json.beginObject()
      json.field("dump", library.dumps[sighting.dump].file)
      json.field("rank", sighting.rank)
      json.field("line", sighting.line)
      json.endObject()
    }
    json.endArray()
  }
}
