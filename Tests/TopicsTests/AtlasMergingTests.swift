import Testing

@testable import Topics

@Suite("One topic made part of another")
struct AtlasMergingTests {
  func placement(_ shares: [(Int, Float)]) -> Placement {
    var placement = Placement()
    placement.memberships = shares.map { Membership(topic: $0, weight: $1) }
    return placement
  }

  @Test("papers, near topics, themes, keywords and paths follow")
  func merging() {
    var atlas = Atlas()
    atlas.topics = [Topic(name: "a", theme: 0), Topic(name: "b", theme: 1), Topic(name: "c", theme: 0)]
    atlas.topics[0].near = [1, 2]
    atlas.topics[2].near = [1, 0]
    atlas.topics[0].path = [Step(.bridge, paper: 0, topic: 2)]
    atlas.themes = [Theme(name: "x", topics: [0, 2]), Theme(name: "y", topics: [1])]
    atlas.placements = [placement([(0, 0.9), (1, 0.8)]), placement([(1, 0.7), (2, 0.6)]), placement([(2, 0.95)])]
    atlas.keywords = [Keyword(name: "k", papers: [0, 1, 2])]
    atlas.keywords[0].topics = [TopicCount(topic: 0, count: 1), TopicCount(topic: 1, count: 1)]

    let merged = atlas.merging(1, into: 2)
    #expect(merged.topics.map(\.name) == ["a", "c"])
    #expect(merged.topics[1].papers == [2, 1])
    #expect(merged.topics[1].alsoPapers == [0])
    #expect(merged.topics[0].near == [1])
    #expect(merged.topics[1].near == [0])
    #expect(merged.topics[0].path == [Step(.bridge, paper: 0, topic: 1)])
    #expect(merged.themes.map(\.topics) == [[0, 1]])
    #expect(merged.keywords[0].topics == [TopicCount(topic: 0, count: 1), TopicCount(topic: 1, count: 1)])
    #expect(merged.placements[1].memberships == [Membership(topic: 1, weight: 0.7)])
  }

  @Test("a topic cannot be merged into itself or into none")
  func nothing() {
    var atlas = Atlas()
    atlas.topics = [Topic(name: "a", theme: 0)]
    #expect(atlas.merging(0, into: 0) == atlas)
    #expect(atlas.merging(0, into: 4) == atlas)
  }
}
