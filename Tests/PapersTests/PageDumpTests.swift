import Diagnostics
import Testing

@testable import Papers

/// Text copied from pages that show more than titles and abstracts.
@Suite struct PageDumpTests {
  /// A dump in which every paper comes with further lines.
  private static func dump(before: [String] = [], between: [String] = [], after: [String] = []) -> [String] {
    zip(Sample.titles, Sample.abstracts).enumerated().flatMap { place, paper in
      func lines(_ lines: [String]) -> [String] { lines.map { $0.replacing("#", with: "\(place * 7 + 3)") } }
      return lines(before) + [paper.0] + lines(between) + [paper.1] + lines(after)
    }
  }

  @Test(
    arguments: [
      (["#"], [], []), ([], ["#"], []), ([], [], ["#"]), ([], [], ["Upvote", "#"]), ([], [], ["#", "·", "# comments"]),
      ([], ["Published on Mar #, 2024"], []), ([], ["#th of May 2023"], []), ([], [], ["Read more"]),
      ([], ["", "#", ""], [""]), ([], ["Published: 2024-01-0#", "DOI: 10.1000/#"], []),
      ([], [], ["1.2k", "View PDF", "Share"]),
    ] as [([String], [String], [String])])
  func whatComesWithEveryPaperIsNoPaper(_ before: [String], _ between: [String], _ after: [String]) {
    let (library, diagnostics) = Sample.gather(Self.dump(before: before, between: between, after: after))
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(library.papers.map(\.abstract) == Sample.abstracts)
    #expect(diagnostics.contains { $0.id == "dump.page-refrain" })
  }

  @Test(arguments: [
    "by Ada Lovelace, Alan M. Turing and # others", "Authors: Ada Lovelace, Alan M. Turing",
    "Ada Lovelace, Alan M. Turing", "Ada Lovelace and Alan M. Turing", "by Ada Lovelace and Alan M. Turing",
  ])
  func namesBesideATitleAreItsAuthors(_ names: String) {
    let (library, _) = Sample.gather(Self.dump(between: [names]))
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(library.papers.map(\.abstract) == Sample.abstracts)
    for paper in library.papers {
      #expect(paper.details.authors.map(\.full) == ["Ada Lovelace", "Alan M. Turing"])
    }
  }

  @Test func aTitleThatComesTwiceOrLooksLikeADateIsATitle() {
    let titles = ["1984", "Graphs, Trees and Forests", "March of 2020", "Authors: A Survey", "Preface"]
    let (library, _) = Sample.gather(zip(titles, Sample.abstracts).flatMap { [$0, $1] })
    #expect(library.papers.map(\.title) == titles)
  }

  @Test func everythingBeforeTheOfferOfAPageIsChrome() {
    let head = [
      "Hugging Face", "Models", "Datasets", "Spaces", "Docs", "Log In", "Sign Up", "Daily Papers",
      "by AK and the research community", "Mar 5", "Get trending papers in your email inbox once a day!",
    ]
    for button in ["Subscribe", ""] {
      var lines = Sample.lines
      lines[0] = button + lines[0]
      let (library, diagnostics) = Sample.gather(head + lines)
      #expect(library.papers.map(\.title) == Sample.titles)
      #expect(diagnostics.faults.isEmpty)
    }
  }

  @Test(arguments: ["", "\n"])
  func titlesAloneAreEachAPaper(_ gap: String) {
    let (library, _) = Sample.gather(Sample.titles.map { $0 + "\n" + gap }.joined())
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(library.papers.allSatisfy { $0.abstract.isEmpty })
  }

  @Test func aBlankLineBeforeEveryAbstractIsTheWayOfTheDump() {
    let (library, diagnostics) = Sample.gather(Self.dump(between: [""], after: ["", ""]))
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(library.papers.map(\.abstract) == Sample.abstracts)
    #expect(diagnostics.faults.isEmpty)
  }

  @Test(arguments: ["#. ", "#) ", "[#] ", "- ", "* ", "• "])
  func numbersAndBulletsBeforeTitlesComeOff(_ mark: String) {
    let lines = zip(Sample.titles, Sample.abstracts).enumerated().flatMap { place, paper in
      [mark.replacing("#", with: "\(place + 1)") + paper.0, paper.1]
    }
    #expect(Sample.gather(lines).library.papers.map(\.title) == Sample.titles)
  }

  @Test func labelsBeforeTitlesAndAbstractsComeOff() {
    let lines = zip(Sample.titles, Sample.abstracts).flatMap {
      ["Title: " + $0, "Authors: Ada Lovelace", "Abstract: " + $1, ""]
    }
    let (library, _) = Sample.gather(lines)
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(library.papers.map(\.abstract) == Sample.abstracts)
    #expect(library.papers.allSatisfy { $0.details.authors.map(\.full) == ["Ada Lovelace"] })
  }

  @Test(arguments: [50, 72, 80])
  func abstractsInShortLinesAreJoined(_ width: Int) {
    let lines = zip(Sample.titles, Sample.abstracts).flatMap { [$0] + Self.wrapped($1, width) + [""] }
    let (library, _) = Sample.gather(lines)
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(library.papers.map(\.abstract) == Sample.abstracts)
  }

  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count + 1 > width { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines
  }
}
