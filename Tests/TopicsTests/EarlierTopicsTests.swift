import Papers
import Testing

@testable import Topics

/// Topics that stay while few papers come or go.
@Suite struct EarlierTopicsTests {
  private static func papers(_ ids: some Sequence<Int>) -> [Paper] {
    ids.map { Paper(id: PaperID("p\($0)"), title: "T\($0)", abstract: "", sightings: []) }
  }

  private static func earlier(_ count: Int, drift: Int = 0) -> EarlierTopics {
    let ids = (0..<count).map { PaperID("p\($0)") }
    return EarlierTopics(
      topics: (0..<3).map { topic in ids.indices.filter { $0 % 3 == topic }.map { ids[$0] } }, themes: [[0, 2], [1]],
      drift: drift)
  }

  @Test func knownPapersKeepTheirTopics() throws {
    let kept = try #require(Self.earlier(60).kept(Self.papers((0..<60).reversed())))
    #expect(kept.numbers == (0..<60).reversed().map { $0 % 3 })
    #expect(kept.themes == [[0, 2], [1]] && kept.count == 3 && kept.drift == 0)
  }

  @Test func onePaperOfTwentyMayComeAndNoMore() throws {
    let kept = try #require(Self.earlier(60).kept(Self.papers(1..<62)))
    #expect(kept.numbers.suffix(2) == [nil, nil] && kept.drift == 2)
    #expect(Self.earlier(60).kept(Self.papers(0..<64)) == nil)
    #expect(Self.earlier(60, drift: 3).kept(Self.papers(0..<61)) == nil)
  }

  @Test func halfOfThePapersMayGo() throws {
    let kept = try #require(Self.earlier(60).kept(Self.papers(30..<60)))
    #expect(kept.numbers == (30..<60).map { $0 % 3 } && kept.drift == 0)
    #expect(Self.earlier(60).kept(Self.papers(31..<60)) == nil)
  }

  @Test func aTopicWithTwoPapersLeftIsGone() throws {
    var earlier = Self.earlier(60)
    earlier.topics.append(["a", "b", "c"].map { PaperID($0) })
    earlier.themes.append([3])
    let two = Self.papers(0..<60) + ["a", "b"].map { Paper(id: PaperID($0), title: "", abstract: "", sightings: []) }
    let kept = try #require(earlier.kept(two))
    #expect(kept.count == 3 && kept.numbers.suffix(2) == [nil, nil])
  }

  @Test func aTopicThatLostAllItsPapersIsGone() throws {
    var earlier = Self.earlier(60)
    earlier.topics.append([PaperID("gone")])
    earlier.themes.append([3])
    let kept = try #require(earlier.kept(Self.papers(0..<60)))
    #expect(kept.count == 3 && kept.themes == [[0, 2], [1]])
  }

  @Test func aPaperOfTwoTopicsBelongsToTheLater() throws {
    var earlier = Self.earlier(60)
    earlier.topics[2].append(PaperID("p0"))
    #expect(try #require(earlier.kept(Self.papers(0..<60))).numbers[0] == 2)
  }

  @Test func themesThatMissATopicAreNoBasis() {
    var earlier = Self.earlier(60)
    earlier.themes = [[0], [1]]
    #expect(earlier.kept(Self.papers(0..<60)) == nil)
  }
}
