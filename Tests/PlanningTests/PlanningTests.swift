import Diagnostics
import Papers
import Testing
import Topics

@testable import Planning

@Suite struct SitePathTests {
  @Test(
    arguments: [
      ("index.html", "papers/a.html", nil, "papers/a.html"),
      ("papers/a.html", "index.html", nil, "../index.html"),
      ("papers/a.html", "papers/b.html", nil, "b.html"),
      ("papers/a.html", "topics/b.html", "all", "../topics/b.html#all"),
      ("papers/a.html", "papers/a.html", "cite", "#cite"),
      ("papers/a.html", "papers/a.html", nil, "a.html"),
    ] as [(String, String, String?, String)])
  func linksAreRelativeAndNameAFile(from: String, to: String, fragment: String?, link: String) {
    #expect(href(to: SitePath(to), from: SitePath(from), fragment: fragment) == link)
  }
}

@Suite struct SitePlanTests {
  static func library(_ titles: [String]) -> Library {
    let papers = titles.enumerated().map { at, title in
      Paper(
        id: PaperID("id\(at)"), title: title, abstract: "",
        sightings: [Sighting(dump: 0, rank: at + 1, line: 2 * at + 1)])
    }
    let dump = Dump(name: "May 2024", file: "may-2024.txt", format: "text dump", entries: titles.count, dropped: 0)
    return Library(dumps: [dump], papers: papers, merges: [], tally: Tally())
  }

  static func page(_ stem: String) -> UserPage {
    UserPage(stem: stem, file: "pages/\(stem).md", title: stem, markdown: "")
  }

  @Test func titlesBecomeAddressesAndTwinsGetANumber() throws {
    let plan = try SitePlan.make(
      library: Self.library(["Attention!", "Attention?", "注意", "Attention 2", "aux"]), atlas: Atlas())
    let expected = ["attention", "attention-2", "id2", "attention-2-2", "aux-1"].map { "papers/\($0).html" }
    #expect(plan.papers.map(\.value) == expected)
    #expect(plan.dumps.map(\.value) == ["dumps/may-2024.html"])
  }

  @Test func anEmptyLibraryHasAFrontPageSearchReportAnd404() throws {
    let empty = Library(dumps: [], papers: [], merges: [], tally: Tally())
    let plan = try SitePlan.make(library: empty, atlas: Atlas())
    #expect(plan.all == [.index, .search, .data, .report, .notFound])
  }

  @Test func longTopicsArePagedAndNeverMeetATopicOfThatName() throws {
    var long = Topic(name: "graphs", theme: 0)
    long.papers = Array(0..<120)
    let atlas = Atlas(topics: [long, Topic(name: "graphs 2", theme: 0)])
    let plan = try SitePlan.make(library: Self.library([]), atlas: atlas)
    let graphs = ["topics/graphs.html", "topics/graphs-page-2.html", "topics/graphs-3.html"]
    #expect(plan.topicPages.map { $0.map(\.value) } == [graphs, ["topics/graphs-2.html"]])
    #expect(Set(plan.all).count == plan.all.count)
  }

  @Test func fewTitlesShareOnePageManyGetAPagePerLetter() throws {
    let few = try SitePlan.make(
      library: Self.library(["beta", "Alpha", "«Alpha» two", "2 fast", "注意"]), atlas: Atlas())
    #expect(few.titleLetters.map(\.name) == ["0–9", "A", "B", "Other"])
    #expect(few.titleLetters.map(\.items) == [[3], [1, 2], [0], [4]])
    #expect(Set(few.titleLetters.flatMap(\.pages)) == [.paperIndex])
    let many = try SitePlan.make(library: Self.library((0..<151).map { "Title \($0)" } + ["A"]), atlas: Atlas())
    #expect(
      many.titleLetters.map { $0.pages.map(\.value) } == [["titles/a.html"], ["titles/t.html", "titles/t-2.html"]])
  }

  @Test func aPageOfThePublisherMayNotTakeAnAddressOfTheSite() {
    #expect {
      try SitePlan.make(
        library: Self.library(["A"]), atlas: Atlas(), userPages: [Self.page("about"), Self.page("Search")])
    } throws: { error in
      (error as? Failure)?.diagnostics.map(\.id) == ["plan.collision"]
        && (error as? Failure)?.diagnostics.first?.position?.file == "pages/Search.md"
    }
  }

  @Test(arguments: [(60, [60]), (61, [50, 11]), (100, [50, 50]), (0, [0])])
  func aListIsCutOnlyPastItsLimit(count: Int, rows: [Int]) {
    let paging = Paging.entries
    #expect((0..<paging.pages(count)).map { paging.rows($0, of: count).count } == rows)
  }
}
