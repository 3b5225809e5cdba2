import Papers
import Testing
import Topics

@testable import Planning

@Suite("What the dumps agree on and where they differ")
struct DigestTests {
  /// Papers with the dumps, ranks and topic of each.
  private func edition(_ papers: [(sightings: [(dump: Int, rank: Int)], topic: Int)]) -> (Library, Atlas) {
    let all = papers.enumerated().map { index, paper in
      Paper(
        id: PaperID("p\(index)"), title: "p\(index)", abstract: "",
        sightings: paper.sightings.map { Sighting(dump: $0.dump, rank: $0.rank, line: 1) })
    }
    var atlas = Atlas()
    atlas.placements = papers.map { paper in
      var placement = Placement()
      placement.memberships = [Membership(topic: paper.topic, weight: 0.5)]
      return placement
    }
    let dumps = (0..<2).map { Dump(name: "d\($0)", file: "d\($0)", format: "text", entries: 9, dropped: 0) }
    return (Library(dumps: dumps, papers: all, merges: [], tally: Tally()), atlas)
  }

  @Test("of two papers of one topic the second waits for one of another topic")
  func digest() {
    let both = { (rank: Int) in [(dump: 0, rank: rank), (dump: 1, rank: rank)] }
    let (library, atlas) = edition([(both(1), 0), (both(2), 0), (both(3), 1)])
    #expect(Consensus.digest([0, 1, 2], library, atlas, most: 3) == [0, 2, 1])
    #expect(Consensus.digest([], library, atlas, most: 3).isEmpty)
  }

  @Test("a dump's keywords are those that it has more of")
  func emphasis() {
    var (library, atlas) = edition((0..<20).map { ([(dump: $0 < 10 ? 0 : 1, rank: $0 + 1)], 0) })
    atlas.keywords = [
      Keyword(name: "everywhere", papers: [0, 1, 2, 10, 11, 12]), Keyword(name: "here", papers: [0, 3, 4, 5, 6]),
    ]
    #expect(DumpEmphasis.keywords(of: 0, library, atlas, most: 5) == [1])
    library.dumps.removeLast()
    library.papers.removeLast(10)
    atlas.placements.removeLast(10)
    atlas.keywords = [Keyword(name: "here", papers: [0, 3, 4, 5, 6])]
    #expect(DumpEmphasis.keywords(of: 0, library, atlas, most: 5).isEmpty)
  }
}
