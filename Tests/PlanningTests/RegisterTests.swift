import Papers
import Testing
import Topics

@testable import Planning

/// Authors, venues, years and the like: which there are, what stands in them, where their names lead.
@Suite struct RegisterTests {
  private static func plan(_ change: (Int, inout Details) -> Void, papers: Int = 4) throws -> SitePlan {
    var library = SitePlanTests.library((0..<papers).map { "Paper \($0)" })
    for at in library.papers.indices { change(at, &library.papers[at].details) }
    return try SitePlan.make(library: library, atlas: Atlas())
  }

  @Test func whatTheInputDoesNotTellHasNoRegister() throws {
    let plan = try Self.plan { _, _ in }
    #expect(plan.registers.isEmpty)
    let years = try Self.plan { at, details in if at == 1 { details.year = 1999 } }
    #expect(years.registers.map(\.kind) == [.years])
    #expect(years.has(SitePath("years/index.html")))
  }

  @Test func anAuthorOfSeveralPapersHasAPageOneOfASinglePaperLeadsToIt() throws {
    let plan = try Self.plan { at, details in
      details.authors = [Author(given: "Ada", family: "Lovelace"), Author(given: "B\(at)", family: "Byron")]
      details.year = 2000 + at
    }
    let authors = try #require(plan.registers.first)
    #expect(authors.kind == .authors)
    #expect(authors.entries.map(\.listName) == ["Lovelace, Ada", "Byron, B0", "Byron, B1", "Byron, B2", "Byron, B3"])
    #expect(authors.entries[0].papers == [3, 2, 1, 0])
    #expect(authors.path(of: 0, in: plan) == SitePath("authors/ada-lovelace.html"))
    #expect(authors.path(of: 2, in: plan) == plan.papers[1])
    #expect(authors.entriesOfPaper[2] == [0, 3])
    #expect(authors.letters.map(\.name) == ["B", "L"])
    #expect(plan.all.contains(SitePath("authors/ada-lovelace.html")))
  }

  @Test func spellingsOfOneNameAreOneEntryUnderTheCommonest() throws {
    let names = ["Jörg Müller", "Jorg Muller", "JÖRG MÜLLER", "Jörg Müller"]
    let plan = try Self.plan { at, details in
      let parts = names[at].split(separator: " ").map(String.init)
      details.authors = [Author(given: parts[0], family: parts[1])]
      details.venue = ["C++ Days", "C Days", "C# Days", "C++ days"][at]
    }
    #expect(plan.registers[0].entries.map(\.name) == ["Jörg Müller"])
    #expect(plan.registers[1].entries.map(\.name).sorted() == ["C Days", "C# Days", "C++ Days"])
  }

  @Test func yearsStandByDecadesTheLatestFirst() throws {
    let plan = try Self.plan { at, details in details.year = [1998, 2024, 2003, 2024][at] }
    let years = try #require(plan.registers.first)
    #expect(years.entries.map(\.name) == ["2024", "2003", "1998"])
    #expect(years.letters.map(\.name) == ["2020s", "2000s", "1990s"])
    #expect(years.entriesOfPaper == [[2], [0], [1], [0]])
  }

  @Test func aLongRegisterHasAPageForEachLetterAndALongListIsPaged() throws {
    let plan = try Self.plan(
      { at, details in
        details.authors = [Author(given: "A", family: "Name\(at)"), Author(given: "Z", family: "Every")]
      }, papers: 400)
    let authors = try #require(plan.registers.first)
    #expect(authors.letters.map { $0.pages[0].value } == ["authors/e.html", "authors/n.html"])
    #expect(authors.letters[1].pages.count == 2)
    #expect(authors.entries.first { $0.name == "Z Every" }?.pages.count == 8)
    #expect(Set(plan.all).count == plan.all.count)
  }

  @Test func aNameThatAsciiCannotWriteHasAnAddressThatStays() throws {
    let plan = try Self.plan { _, details in details.venue = "注意" }
    let path = plan.registers[0].path(of: 0, in: plan)
    #expect(path.value.hasPrefix("venues/v-"))
  }
}
