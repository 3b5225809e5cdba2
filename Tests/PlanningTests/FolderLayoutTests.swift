import Papers
import Testing
import Topics

@testable import Planning

@Suite("Many pages of one kind are divided among folders")
struct FolderLayoutTests {
  private let titles = ["Attention", "Attention", "Graphs", "Speech"]

  private func plan(_ layout: FolderLayout, titles: [String]? = nil) throws -> SitePlan {
    try SitePlan.make(library: SitePlanTests.library(titles ?? self.titles), atlas: Atlas(), layout: layout)
  }

  @Test("as many as a folder may hold lie straight in it, one more divides them by their names")
  func divided() throws {
    let flat = try plan(FolderLayout(most: 4))
    #expect(flat.papers.map(\.value).last == "papers/speech.html")
    #expect(flat.layout.isDivided == ["papers": false])
    let divided = try plan(FolderLayout(most: 3))
    #expect(divided.layout.isDivided == ["papers": true])
    for (path, name) in zip(divided.papers, ["attention", "attention-2", "graphs", "speech"]) {
      #expect(path.value.wholeMatch(of: /papers\/[0-9a-f]{2}\/(.+)\.html/)?.1 == Substring(name))
    }
  }

  @Test("a page keeps its place whatever comes and goes beside it")
  func steady() throws {
    let first = try plan(FolderLayout(most: 3))
    let fewer = try plan(FolderLayout(first.layout.isDivided, most: 3), titles: ["Speech"])
    #expect(fewer.papers == [first.papers[3]])
    let small = try plan(FolderLayout(most: 4))
    let grown = try plan(FolderLayout(small.layout.isDivided, most: 4), titles: titles + ["Trees"])
    #expect(Array(grown.papers.prefix(4)) == small.papers)
    #expect(grown.papers.last == SitePath("papers/trees.html"))
  }

  @Test("further pages of a list count as well")
  func furtherPages() throws {
    var atlas = Atlas()
    atlas.keywords = [Keyword(name: "graph", papers: Array(0..<120), titleCount: 1)]
    let plan = try SitePlan.make(
      library: SitePlanTests.library([]), atlas: atlas, layout: FolderLayout(most: 2))
    #expect(plan.layout.isDivided == ["keywords": true])
    let folder = plan.keywords[0].value.dropLast("graph.html".count)
    #expect(plan.keywordPages[0].map(\.value) == ["graph", "graph-2", "graph-3"].map { "\(folder)\($0).html" })
  }

  @Test("an edition older than this rule stays as it is; an empty ledger binds nothing")
  func older() {
    let entry = Ledger.Entry(id: "graphs", name: "graphs", papers: [PaperID("a")])
    #expect(Ledger(entries: [entry]).standingLayout == .undivided)
    #expect(Ledger().standingLayout == FolderLayout())
  }
}
