import Papers
import Planning
import Text

/// The files from which the reading list knows its papers, a shard for each first letter of their content ids.
///
/// `list/index.js` alone holds all of them where they are few; else it is empty and `list/a.js` … hold them.
public struct ReadingListData: Sendable {
  private static let wholeLimit = 2_000
  private let facts: Facts
  /// The papers of each file, in a fixed order of files.
  private let shards: [(name: String, papers: [Int])]
  private let isWhole: Bool

  init(_ facts: Facts) {
    self.facts = facts
    let papers = facts.library.papers.indices
    isWhole = papers.count <= Self.wholeLimit
    if isWhole {
      shards = [("index", Array(papers))]
    } else {
      let lists = Dictionary(grouping: papers) { Self.letter(of: facts.library.papers[$0].id) }
      shards =
        [("index", [])] + lists.sorted { $0.key < $1.key }.map { (String(UnicodeScalar($0.key)), $0.value) }
    }
  }

  /// The first letter or digit of an identifier, as a small one.
  private static func letter(of id: PaperID) -> UInt8 {
    let first = id.value.utf8.first ?? 0x30
    return first.asciiLowercased
  }

  /// Number of files.
  public var count: Int { shards.count }

  /// Path and bytes of file `index`, in 0..<count.
  public func file(_ index: Int) -> (path: SitePath, bytes: [UInt8]) { file(shards[index].name, shards[index].papers) }

  private func file(_ name: String, _ papers: [Int]) -> (path: SitePath, bytes: [UInt8]) {
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
