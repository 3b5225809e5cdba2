import Foundation
import Papers
import Planning
import Testing
import Topics

@testable import Pages

@Suite struct PageRendererTests {
  @Test func makesEveryPageOfThePlanOnce() throws {
    let content = try MiniEdition.content()
    let renderer = try PageRenderer(theme: MiniEdition.theme, content: content)
    let paths = (0..<renderer.count).map { renderer.render($0).path }
    #expect(Set(paths).count == paths.count)
    #expect(paths.sorted() == content.plan.all.sorted())
  }

  @Test func showsTheTextOfPapersLiterally() throws {
    let pages = try MiniEdition.pages(MiniEdition.content())
    let memory = try #require(pages["papers/attention-memory.html"])
    #expect(memory.contains("<h1>Attention &amp; &lt;Memory&gt;</h1>"))
    #expect(memory.contains("It &lt;works&gt;."))
    #expect(pages["papers/not-a-heading.html"]?.contains("<h1># Not a heading</h1>") == true)
    #expect(pages["papers/deep-stars-of-mustache.html"]?.contains("<h1>Deep *Stars* of {{mustache}}</h1>") == true)
  }

  @Test func marksTheContributionAndLinksAddresses() throws {
    let page = try #require(MiniEdition.pages(MiniEdition.content())["papers/e-n-nets.html"])
    #expect(page.contains("<mark>We propose net 4 </mark>"))
    #expect(page.contains("[see <a href=\"https://github.com/a/b4\">https://github.com/a/b4</a>.]"))
  }

  @Test func givesEveryPageATitleAndADescriptionOfItsOwn() throws {
    let pages = try MiniEdition.pages(MiniEdition.content()).values
    #expect(Set(pages.map { part($0, "<title>", "</title>") }).count == pages.count)
    #expect(Set(pages.map { part($0, "name=\"description\" content=\"", "\"") }).count == pages.count)
    #expect(pages.allSatisfy { $0.components(separatedBy: "<h1").count == 2 })
  }

  @Test(arguments: [0, 1, 3])
  func rendersCollectionsOfAnySize(count: Int) throws {
    var library = MiniEdition.library
    library.papers = Array(library.papers.prefix(count))
    var atlas = Atlas()
    atlas.placements = Array(repeating: Placement(), count: count)
    let pages = try MiniEdition.pages(MiniEdition.content(library, atlas))
    #expect(pages["index.html"]?.contains("<h1>Mini</h1>") == true)
    #expect(pages.keys.filter { $0.hasPrefix("papers/") }.count == count)
  }

  @Test(
    "a collection that the front page holds whole stands there in the order of its dumps, with no heading over nothing")
  func smallCollections() throws {
    var library = MiniEdition.library
    library.papers = Array(library.papers.prefix(3)).map { paper in
      var paper = paper
      paper.sightings = [Sighting(dump: 0, rank: paper.sightings[0].rank, line: 1)]
      return paper
    }
    library.dumps.removeLast()
    var atlas = Atlas(
      topics: [Topic(name: "graph networks", theme: 0)], themes: [Topics.Theme(name: "networks", topics: [0])])
    atlas.topics[0].papers = [2, 0, 1]
    atlas.placements = Array(repeating: Placement(), count: 3)
    let front = try #require(MiniEdition.pages(MiniEdition.content(library, atlas))["index.html"])
    #expect(front.contains(">The papers</h2>"))
    let places = (0..<3).map { front.range(of: "id=\"p-id\($0)\"")?.lowerBound }
    #expect(places.compactMap { $0 }.count == 3 && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    for empty in ["In this edition", ">Themes<", "in 1 topic"] { #expect(!front.contains(empty), "\(empty)") }

    library.papers = []
    let nothing = try #require(MiniEdition.pages(MiniEdition.content(library, Atlas()))["index.html"])
    #expect(!nothing.contains("<form") && !nothing.contains("<h2") && nothing.contains("No papers yet"))
  }

  @Test("short compounds of a title do not break at their hyphen; long ones, tags and formulas stay as they are")
  func compounds() {
    let heading = { (text: String) in MarkdownPage(Array("# \(text)\n".utf8)).heading.text }
    #expect(heading("A Cross-Channel view") == "A <span class=\"nb\">Cross-Channel</span> view")
    #expect(
      heading("End-to-End, *on-line*: x")
        == "<span class=\"nb\">End-to-End,</span> <em><span class=\"nb\">on-line</span></em>: x")
    for same in ["Asymmetrically-powered nets", "a - b", "-1 or 1-", "no hyphens"] { #expect(heading(same) == same) }
  }

  private func part(_ page: String, _ start: String, _ end: String) -> String {
    page.components(separatedBy: start).dropFirst().first?.components(separatedBy: end).first ?? ""
  }
}
