import Papers
import Testing
import Topics

@testable import Planning

@Suite("Topics keep their addresses and names from edition to edition")
struct ContinuityTests {
  /// A library and an atlas whose topics hold the papers of the given letters.
  func edition(_ topics: [(name: String, papers: String)]) -> (Library, Atlas) {
    let ids = topics.flatMap { $0.papers.map(String.init) }
    let papers = ids.enumerated().map { index, id in
      Paper(id: PaperID(id), title: id, abstract: "", sightings: [Sighting(dump: 0, rank: index + 1, line: index)])
    }
    var atlas = Atlas(placements: Array(repeating: Placement(), count: papers.count))
    var next = 0
    for (name, members) in topics {
      var topic = Topic(name: name, theme: 0)
      topic.papers = Array(next..<next + members.count)
      for paper in topic.papers {
        atlas.placements[paper].memberships = [Membership(topic: atlas.topics.count, weight: 1)]
      }
      next += members.count
      atlas.topics.append(topic)
    }
    atlas.themes = [Theme(name: "all", topics: Array(atlas.topics.indices))]
    let tally = Tally(read: papers.count, papers: papers.count)
    return (Library(dumps: [], papers: papers, merges: [], tally: tally), atlas)
  }

  func ledger(_ topics: [(id: String, papers: String)]) -> Ledger {
    Ledger(
      entries: topics.map { id, papers in
        Ledger.Entry(id: id, name: id + " (old)", papers: papers.map { PaperID(String($0)) })
      })
  }

  @Test("a topic that keeps half of its papers keeps address and name")
  func keeps() {
    let (library, atlas) = edition([("new name", "abcx"), ("other", "pqrs")])
    let continuity = Continuity(
      ledger: ledger([("graphs", "abcd"), ("speech", "pqr")]), library: library, atlas: atlas)
    #expect(continuity.stems == ["graphs", "speech"])
    #expect(continuity.atlas.topics.map(\.name) == ["graphs (old)", "speech (old)"])
  }

  @Test("a topic that nothing went on from gets its own name; an old one without heirs is gone")
  func fresh() {
    let (library, atlas) = edition([("graphs", "abc"), ("robots", "xyz")])
    let continuity = Continuity(ledger: ledger([("old", "abc"), ("gone", "uvw")]), library: library, atlas: atlas)
    #expect(continuity.stems == ["old", nil])
    #expect(continuity.atlas.topics.map(\.name) == ["old (old)", "robots"])
    #expect(continuity.successors.isEmpty)
  }

  @Test("the page of a topic or a keyword without heirs is remembered as gone until there is one of that name again")
  func gone() throws {
    let (library, atlas) = edition([("graphs", "abc")])
    var old = ledger([("graphs", "abc"), ("lost", "uvw"), ("joined", "xyz")])
    old.entries[2].mergeInto = "graphs"
    old.moves = [Ledger.Move(from: "older", to: "lost")]
    old.keywords = [SitePath("keywords/node.html"), SitePath("keywords/tree.html")]
    old.gone = [SitePath("topics/first.html")]
    let continuity = Continuity(ledger: old, library: library, atlas: atlas)
    var plan = SitePlan()
    plan.topics = [SitePath("topics/graphs.html")]
    plan.keywords = [SitePath("keywords/node.html")]
    let next = continuity.ledger(plan: plan)
    let gone = ["keywords/tree", "topics/first", "topics/lost", "topics/older"].map { SitePath("\($0).html") }
    #expect(next.gone == gone)
    #expect(next.moves == [Ledger.Move(from: "joined", to: "graphs")])
    #expect(next.keywords == plan.keywords)

    plan.keywordPages = [[SitePath("keywords/node.html")], [SitePath("keywords/tree.html")]]
    plan.keywords.append(SitePath("keywords/tree.html"))
    let back = Continuity(ledger: next, library: library, atlas: atlas).ledger(plan: plan)
    #expect(back.gone == Array(gone.dropFirst()))
  }

  @Test("the address of a topic that was taken over leads on to its heir")
  func moved() {
    let (library, atlas) = edition([("all", "abcdefg")])
    let continuity = Continuity(ledger: ledger([("big", "abcd"), ("small", "efg")]), library: library, atlas: atlas)
    #expect(continuity.stems == ["big"])
    #expect(continuity.successors.map(\.from) == ["small"])
    #expect(continuity.successors.map(\.topic) == [0])
  }

  @Test("a topic merged by hand stays merged, and its address leads on")
  func merged() {
    let (library, atlas) = edition([("a", "abcd"), ("b", "pqr"), ("c", "xyz")])
    var old = ledger([("one", "abcd"), ("two", "pqr"), ("three", "xyz")])
    old.entries[1].mergeInto = "three"
    let continuity = Continuity(ledger: old, library: library, atlas: atlas)
    #expect(continuity.stems == ["one", "three"])
    #expect(continuity.successors == [Continuity.Successor(from: "two", topic: 1)])

    var plan = SitePlan()
    plan.topics = [SitePath("topics/one.html"), SitePath("topics/three.html")]
    let next = continuity.ledger(plan: plan)
    #expect(next.moves == [Ledger.Move(from: "two", to: "three")])
    #expect(next.entries.first { $0.id == "two" }?.mergeInto == "three")
    #expect(Continuity(ledger: next, library: library, atlas: atlas).stems == ["one", "three"])
  }

  @Test("topics merged one into the other all end in the last, in whatever order they stand", arguments: [false, true])
  func mergedInARow(_ isTurned: Bool) {
    let topics: [(name: String, papers: String)] = [("a", "abcd"), ("b", "pqr"), ("c", "xyz")]
    let (library, atlas) = edition(isTurned ? topics.reversed() : topics)
    var old = ledger([("one", "abcd"), ("two", "pqr"), ("three", "xyz")])
    old.entries[0].mergeInto = "two"
    old.entries[1].mergeInto = "three"
    let continuity = Continuity(ledger: old, library: library, atlas: atlas)
    #expect(continuity.stems == ["three"])
    #expect(continuity.successors.map(\.from) == ["one", "two"])
    #expect(continuity.successors.map(\.topic) == [0, 0])
  }

  @Test("a topic whose target was taken over goes into the one that took it over")
  func mergedIntoTheHeir() {
    let (library, atlas) = edition([("a", "abcd"), ("b", "pqrstuvwxyz")])
    var old = ledger([("one", "abcd"), ("two", "pqrstuvw"), ("three", "xyz")])
    old.entries[0].mergeInto = "three"
    let continuity = Continuity(ledger: old, library: library, atlas: atlas)
    #expect(continuity.stems == ["two"])
    var plan = SitePlan()
    plan.topics = [SitePath("topics/two.html")]
    let next = continuity.ledger(plan: plan)
    #expect(next.entries.map(\.id) == ["one", "two"])
    #expect(next.entries[0].mergeInto == "two")
    #expect(next.moves.map(\.from) == ["one", "three"])
  }

  @Test("no two topics have one name, and what keeps them apart is no change from edition to edition")
  func distinct() {
    var (library, atlas) = edition([("sound", "abcd"), ("trees", "pqrs"), ("sound", "xyz")])
    for (topic, term) in ["music", "forests", "speech"].enumerated() { atlas.topics[topic].terms = [term] }
    var old = ledger([("one", "abcd"), ("two", "pqrs")])
    old.entries[0].name = "sound"
    old.entries[1].name = "Sound"
    let continuity = Continuity(ledger: old, library: library, atlas: atlas)
    #expect(continuity.atlas.topics.map(\.name) == ["sound", "Sound & forests", "sound & speech"])
    var plan = SitePlan()
    plan.topics = ["one", "two", "three"].map { SitePath("topics/\($0).html") }
    let next = continuity.ledger(plan: plan)
    #expect(Continuity(ledger: next, library: library, atlas: atlas).ledger(plan: plan) == next)
  }

  @Test("an edition that changes nothing tells what the last change was")
  func changes() {
    let (library, atlas) = edition([("a", "abcx")])
    var plan = SitePlan()
    plan.topics = [SitePath("topics/one.html")]
    let second = Continuity(ledger: ledger([("one", "abcd")]), library: library, atlas: atlas).ledger(plan: plan)
    #expect(second.changes.newPapers == [PaperID("x")])
    #expect(second.changes.gonePapers == 1)
    let third = Continuity(ledger: second, library: library, atlas: atlas).ledger(plan: plan)
    #expect(third == second)
  }

  @Test("topics that came, went or go by another name are told")
  func told() {
    let (library, atlas) = edition([("a", "abcdefg"), ("b", "xyz")])
    var old = ledger([("big", "abcd"), ("small", "efg")])
    old.entries[0].rename = "Mine"
    let continuity = Continuity(ledger: old, library: library, atlas: atlas)
    var plan = SitePlan()
    plan.topics = [SitePath("topics/big.html"), SitePath("topics/b.html")]
    let next = continuity.ledger(plan: plan)
    #expect(next.changes.newTopics == ["b"])
    #expect(next.changes.renamedTopics == [EditionChanges.Renaming(id: "big", from: "big (old)")])
    #expect(next.changes.goneTopics == [EditionChanges.Departure(name: "small (old)", to: "big")])
    // The next edition does not tell of the new name again.
    #expect(Continuity(ledger: next, library: library, atlas: atlas).ledger(plan: plan) == next)
  }

  @Test("a first edition has changed nothing")
  func first() {
    let (library, atlas) = edition([("a", "abc")])
    var plan = SitePlan()
    plan.topics = [SitePath("topics/a.html")]
    #expect(Continuity(ledger: Ledger(), library: library, atlas: atlas).ledger(plan: plan).changes.isEmpty)
  }

  @Test(
    "a forbidden name is not kept, nor one that is made of a forbidden phrase",
    arguments: [
      ("one (old)", "One (Old)"), ("deep learning & trees", "Deep Learning"),
      ("Other: trees, deep learning & x", "deep learning"),
      ("Other: trees & x", "trees"),
    ])
  func forbidden(_ name: String, _ forbidden: String) {
    let (library, atlas) = edition([("new name", "abcd")])
    var old = ledger([("one", "abcd")])
    old.entries[0].name = name
    old.forbidden = [forbidden]
    let continuity = Continuity(ledger: old, library: library, atlas: atlas)
    #expect(continuity.stems == ["one"])
    #expect(continuity.atlas.topics.map(\.name) == ["new name"])
  }

  @Test("a person's name wins, and a pinned topic stays while it has a paper left")
  func edited() {
    let (library, atlas) = edition([("a", "abcd"), ("b", "pqrst")])
    var old = ledger([("one", "abcd"), ("two", "pdefgh")])
    old.entries[0].rename = "My Graphs"
    old.entries[1].isPinned = true
    let continuity = Continuity(ledger: old, library: library, atlas: atlas)
    #expect(continuity.stems == ["one", "two"])
    #expect(continuity.atlas.topics[0].name == "My Graphs")
  }
}
