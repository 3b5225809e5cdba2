import Diagnostics
import Testing

@testable import Papers

/// Tables and Markdown lists of links.
@Suite struct ListFormatsTests {
  @Test(arguments: [",", ";", "\t"])
  func aTableIsReadByTheNamesOfItsColumns(_ mark: String) {
    let rows = [
      ["Title", "Authors", "Publication Year", "Abstract", "DOI", "Author Keywords"],
      [
        "\"A title\(mark) with \"\"marks\"\"\"", "\"Lovelace, Ada; Turing, Alan\"", "2020", "\"Two\nlines.\"",
        "10.1000/x.1", "\"a; b\"",
      ],
      ["Plain", "Grace Hopper", "1952", "", "", ""],
    ]
    let text = rows.map { $0.joined(separator: mark) }.joined(separator: "\r\n") + "\r\n"
    let (library, diagnostics) = Sample.gather(text, file: "a.csv")
    #expect(library.dumps.map(\.format) == ["table"])
    #expect(library.papers.map(\.title) == ["A title\(mark == "\t" ? "" : mark) with \"marks\"", "Plain"])
    #expect(library.papers[0].abstract == "Two lines.")
    #expect(library.papers[0].details.authors.map(\.full) == ["Ada Lovelace", "Alan Turing"])
    #expect(library.papers[0].details.year == 2020)
    #expect(library.papers[0].details.doi == "10.1000/x.1")
    #expect(library.papers[0].details.keywords == ["a", "b"])
    #expect(library.papers[1].sightings[0].line == 4)
    #expect(diagnostics.faults.isEmpty)
  }

  @Test func aMarkThatIsNeverClosedTakesNoOtherRow() {
    let text = "title,abstract\nOne,Text.\n\"Two,Text.\nThree,Text.\n\"Four\",\"Text.\"\nFive,Text.\n"
    let (library, diagnostics) = Sample.gather(text)
    #expect(library.papers.count == 5)
    #expect(["One", "Three", "Four", "Five"].allSatisfy { title in library.papers.contains { $0.title == title } })
    #expect(diagnostics.faults == ["table.unclosed-quote@3"])
  }

  @Test func aLineOfWordsIsNoTable() {
    let (library, _) = Sample.gather(["Title, Abstract and Year: What Lists Tell"] + [Sample.abstracts[0]])
    #expect(library.dumps.map(\.format) == ["text dump"])
  }

  @Test func linksInAListAreItsPapers() {
    let text = """
      # My list

      Some words.

      ## Vision

      - [Seeing at Night](https://arxiv.org/abs/2401.00001v2) - We see *more*.
      * **[Maps [and] Mazes](https://doi.org/10.1000/maze)**: [code](https://github.com/a/maze)
      ### Faces
      1. **Faces without Names** [[paper](https://arxiv.org/pdf/2401.00003)] [[code](https://github.com/a/faces)]
         A second line of text.

      ## Language
      - [Words](https://example.org/words)
      - A title without any link
      """
    let (library, diagnostics) = Sample.gather(text, file: "README.md")
    #expect(library.dumps.map(\.format) == ["Markdown list"])
    #expect(
      library.papers.map(\.title) == [
        "Seeing at Night", "Maps [and] Mazes", "Faces without Names", "Words", "A title without any link",
      ])
    #expect(library.papers.map(\.abstract) == ["We see *more*.", "", "A second line of text.", "", ""])
    #expect(library.papers.map(\.details.arxivID) == ["2401.00001", nil, "2401.00003", nil, nil])
    #expect(library.papers[1].details.doi == "10.1000/maze")
    #expect(library.papers[1].details.codeURL == "https://github.com/a/maze")
    #expect(library.papers[2].details.codeURL == "https://github.com/a/faces")
    #expect(
      library.papers.map(\.details.categories) == [
        ["Vision"], ["Vision"], ["Vision", "Faces"], ["Language"], ["Language"],
      ])
    #expect(diagnostics.faults.isEmpty)
    #expect(diagnostics.contains { $0.id == "markdown.text-around" })
  }
}
