import Diagnostics
import Testing

@testable import Papers

@Suite struct BibTeXTests {
  @Test func anEntryHasItsFields() {
    let (library, diagnostics) = Sample.gather(
      #"""
      % a comment
      @string{jml = "Journal of " # {Machine Learning}}
      @preamble{"\newcommand{\x}{y}"}
      @comment{@article{no, title={No}}}
      @Article{key:2020,
        title = {The {RGB} of {\"U}ber-Models: {A} Study},
        author = "Ludwig van Beethoven and {Google Inc.} and Doe, Jr., John and M{\"u}ller, Anna and others",
        journal = jml, year = 2020, month = nov # "~16", volume = "12", number = 3, pages = {1--10},
        doi = {https://doi.org/10.1000/ABC.}, url = {https://arxiv.org/abs/2001.00001v2},
        abstract = "We study {``colour''} and find a 10\% gain.",
        keywords = {vision, colour theory},
      }
      """#, file: "a.bib")
    #expect(diagnostics.faults.isEmpty)
    #expect(library.dumps.map(\.format) == ["BibTeX"])
    let paper = library.papers[0]
    #expect(paper.sourceID == "key:2020")
    #expect(paper.title == "The RGB of Über-Models: A Study")
    #expect(paper.sourceTitle == #"The {RGB} of {\"U}ber-Models: {A} Study"#)
    #expect(paper.abstract == "We study “colour” and find a 10% gain.")
    #expect(
      paper.details.authors == [
        Author(given: "Ludwig", family: "van Beethoven"), Author(family: "Google Inc."),
        Author(given: "John", family: "Doe Jr."), Author(given: "Anna", family: "Müller"),
      ])
    #expect(paper.details.venue == "Journal of Machine Learning")
    #expect(paper.details.year == 2020)
    #expect(paper.details.date == "2020-11-16")
    #expect(paper.details.pages == "1–10")
    #expect(paper.details.doi == "10.1000/abc")
    #expect(paper.details.arxivID == "2001.00001")
    #expect(paper.details.keywords == ["vision", "colour theory"])
  }

  private let before = "@misc{a, title={Before}, year=1999}\n"
  private let after = "\n@misc{z, title={After}, year=2001}\n"

  @Test(arguments: [
    ("@misc{b, title={Broken\n, year={2000}", "Broken", ["bibtex.unclosed-value"]),
    ("@misc{b, title={Open, year=2000}", "Open, year=2000", ["bibtex.unclosed-entry"]),
    ("@misc{b, title={Open}, year=2000", "Open", ["bibtex.unclosed-entry"]),
    ("@misc{b, title={No} year=2000}", "No", ["bibtex.missing-comma"]),
    ("@misc{b, title={Closed}}, year={2000}\n}", "Closed", ["bibtex.text-between-entries"]),
    ("@misc{b,\n title={Odd},\n }year{=2000},\n note={x}\n}", "Odd", ["bibtex.text-between-entries"]),
    ("@misc{b,\n = {x},\n title={Odd}\n}", "Odd", ["bibtex.unexpected-text"]),
    ("@misc{title={Keyless}}", "Keyless", []),
    ("@misc(b, title=\"Round\", year=2000)", "Round", []),
    ("@misc{b, title=\"A {\"}quote{\"}\"}", "A ”quote\"", []),
    ("@misc{b, title={X}, journal=nowhere}", "X", ["bibtex.unknown-macro"]),
  ])
  func aBrokenEntryTakesNoOtherWithIt(_ entry: String, _ title: String, _ faults: [String]) {
    let (library, diagnostics) = Sample.gather(before + entry + after, file: "a.bib")
    #expect(library.papers.map(\.title).first == "Before")
    #expect(library.papers.map(\.title).last == "After")
    #expect(library.papers.count == 3)
    if !title.contains("”") { #expect(library.papers.dropFirst().first?.title == title) }
    #expect(diagnostics.filter { $0.id.hasPrefix("bibtex") && $0.severity > .note }.map(\.id).prefix(1) == faults[...])
  }

  @Test func anEntryWithoutTitleIsCounted() {
    let (library, diagnostics) = Sample.gather(before + "@misc{b, year=2000}" + after, file: "a.bib")
    #expect(library.tally == Tally(read: 3, papers: 2, merged: 0, dropped: 1))
    #expect(diagnostics.faults == ["paper.empty@2"])
  }

  @Test func oneKeyMayNameTwoPapers() {
    let (library, _) = Sample.gather(
      "@misc{a, title={One}}\n@misc{a, title={Two}}\n@misc{a, title={{ONE}}}", file: "a.bib")
    #expect(library.papers.map(\.title) == ["One", "Two"])
  }
}
