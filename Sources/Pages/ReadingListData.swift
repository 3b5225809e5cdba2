import Planning
import Text

/// The files from which the reading list knows its papers, a shard for each first letter of their content ids.
///
/// `list/index.js` alone holds all of them where they are few; else it is empty and `list/a.js` … hold them.
public struct ReadingListData: Sendable {
  private static let wholeLimit = 2_000
  private let facts: Facts

  init(_ facts: Facts) { self.facts = facts }

  /// Path and bytes of each file, in a fixed order.
  public func files() -> [(path: SitePath, bytes: [UInt8])] {
    let papers = facts.library.papers.indices
    if papers.count <= Self.wholeLimit { return [file("index", Array(papers), isWhole: true)] }
    let shards = Dictionary(grouping: papers) { facts.library.papers[$0].id.value.prefix(1).lowercased() }
    return [file("index", [], isWhole: false)]
      + shards.sorted { $0.key < $1.key }.map { file($0.key, $0.value, isWhole: false) }
  }

  private func file(_ name: String, _ papers: [Int], isWhole: Bool) -> (path: SitePath, bytes: [UInt8]) {
    var json = JSONWriter(reserving: papers.count * 200)
    json.beginObject()
    for paper in papers {
      let title = facts.library.papers[paper].title
      json.key(facts.library.papers[paper].id.value)
      json.beginObject()
      facts.citations.read(.csl, of: paper) { json.members(of: $0) }
      // With its formulas, which BibTeX alone can carry.
      json.field("tex", optional: title == facts.library.papers[paper].plainTitle ? nil : title)
      json.field("path", facts.plan.papers[paper].value)
      json.field("topic", optional: facts.topic(of: paper).map { facts.topicName($0) })
      json.endObject()
    }
    json.endObject()
    let whole = isWhole ? "OffprintPapersWhole = true;\n" : ""
    return (SitePath("list/\(name).js"), Array("\(whole)OffprintPapers(".utf8) + json.bytes + Array(");\n".utf8))
  }
}
