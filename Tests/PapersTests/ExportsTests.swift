import Diagnostics
import Testing

@testable import Papers

/// What the exports of reference managers, libraries and publishers have beside the plain case.
@Suite("Real exports")
struct ExportsTests {
  private static func paper(_ text: String, _ file: String = "f") throws -> Paper {
    try #require(Sample.gather(text, file: file).0.papers.first)
  }

  @Test("an entry takes from the volume that it refers to what it has not itself")
  func crossReferences() throws {
    let paper = try Self.paper(
      """
      @inproceedings{a, title = {Of trees}, author = {Ada Wood}, crossref = {Vol}, pages = {1--2}}
      @article{b, title = {Of grass}, crossref = {nowhere}}
      @proceedings{vol, title = {Proceedings of Green}, year = 1999, publisher = {Leaf}, editor = {Bo Moss}, abstract = {x}}
      """)
    #expect(paper.details.venue == "Proceedings of Green" && paper.details.year == 1999)
    #expect(paper.details.publisher == "Leaf" && paper.abstract.isEmpty)
    #expect(paper.details.authors == [Author(given: "Ada", family: "Wood")])
  }

  @Test("a subtitle belongs to the title")
  func subtitles() throws {
    #expect(try Self.paper("@book{a, title = {Trees}, subtitle = {A study}}").title == "Trees: A study")
    #expect(try Self.paper(#"{"title": ["Trees"], "subtitle": ["A study"], "issued": {}}"#).title == "Trees: A study")
  }

  @Test(
    "names with initials last, particles, teams and accents",
    arguments: [
      (
        #"{"title": "T", "authors": ["Smith J.", "Müller-Lüdenscheidt H.-P. K.", "J. Smith", "J. R."]}"#,
        ["J.|Smith", "H.-P. K.|Müller-Lüdenscheidt", "J.|Smith", "J.|R."]
      ),
      (
        #"{"title": "T", "issued": {}, "author": [{"family": "Neumann", "given": "John", "non-dropping-particle": "von"}, {"literal": "The Big Team"}]}"#,
        ["John|von Neumann", "|The Big Team"]
      ),
      (#"@article{a, title={T}, author={Paul Erd{\H o}s and Bal{\' a}zs K\'{e}gl}}"#, ["Paul|Erdős", "Balázs|Kégl"]),
    ])
  func names(_ text: String, _ expected: [String]) throws {
    #expect(try Self.paper(text).details.authors.map { "\($0.given)|\($0.family)" } == expected)
  }

  @Test(
    "languages become tags, and what is none is left out",
    arguments: [
      ("english", "en"), ("eng", "en"), ("en-us", "en-US"), ("zh_hant", "zh-Hant"), ("German", "de"), ("ngerman", "de"),
      ("Klingon", nil), ("en; fr", nil), ("x", nil),
    ])
  func languages(_ text: String, _ tag: String?) throws {
    #expect(try Self.paper(#"{"title": "T", "abstract": "A", "language": "\#(text)"}"#).details.language == tag)
  }

  @Test("markup in titles and headings in abstracts are no text")
  func markup() throws {
    let paper = try Self.paper(
      #"{"title": ["On H<sub>2</sub>O &amp; <i>x</i> < y"], "DOI": "10.1000/a", "type": "article", "published": {"date-parts": [[2019, 1]]}, "abstract": "<jats:title>Abstract</jats:title><jats:p>Water is wet.</jats:p>"}"#
    )
    #expect(paper.title == "On H2O & x < y" && paper.abstract == "Water is wet." && paper.details.year == 2019)
    let own = try Self.paper(
      #"{"DOI": "10.1000/a", "type": "a", "title": "T", "abstract": "Abstract interpretation is old."}"#)
    #expect(own.abstract == "Abstract interpretation is old.")
  }

  @Test("tables of Scopus and of the Web of Science")
  func tables() throws {
    let scopus = try Self.paper(
      """
      Authors,"Author full names","Author(s) ID",Title,Year,"Source title","Page start","Page end","Language of Original Document"
      "Smith J.; Doe J.","Smith, John (123); Doe, Jane (456)","123; 456","A paper",2020,"Nature","10","20",English
      """)
    #expect(scopus.details.authors.map(\.full) == ["John Smith", "Jane Doe"])
    #expect(scopus.details.pages == "10–20" && scopus.details.language == "en")
    let web = try Self.paper(
      "PT\tAU\tTI\tSO\tAB\tPY\tDI\nJ\tSmith, J\tA paper\tNATURE\tThe abstract.\t2020\t10.1000/w\n")
    #expect(web.title == "A paper" && web.abstract == "The abstract." && web.details.doi == "10.1000/w")
  }

  @Test("tagged lines of the Web of Science")
  func webOfScience() {
    let (library, diagnostics) = Sample.gather(
      """
      FN Clarivate Analytics Web of Science
      VR 1.0
      PT J
      AU Smith, J
         Doe, J
      AF Smith, John A.
         Doe, Jane
      TI A title that goes
         on in the next line
      SO NATURE
      DE deep learning; graphs
      AB The abstract
         goes on.
      PY 2020
      BP 10
      EP 20
      DI 10.1000/wos.1
      ZZ unknown
      ER

      PT C
      AU Roe, R
      TI Second
      AB More.
      ER

      EF
      """)
    #expect(library.dumps.map(\.format) == ["Web of Science"])
    #expect(library.papers.map(\.title) == ["A title that goes on in the next line", "Second"])
    #expect(library.papers[0].details.authors.map(\.full) == ["John A. Smith", "Jane Doe"])
    #expect(library.papers[0].abstract == "The abstract goes on." && library.papers[0].details.pages == "10–20")
    #expect(library.papers[0].details.keywords == ["deep learning", "graphs"])
    #expect(library.papers[1].details.authors.map(\.full) == ["R Roe"])
    #expect(diagnostics.faults.isEmpty)
  }

  @Test("tagged lines of EndNote")
  func endNote() {
    let (library, diagnostics) = Sample.gather(
      """
      %0 Journal Article
      %T One
      %A Doe, Jane
      %A Roe, R.
      %D 2020
      %J Nature
      %K first word
      second
      %X The abstract.

      It goes on.
      %R 10.1000/en.1
      %@ 1234

      %0 Book
      %T Two
      %X Text.
      """)
    #expect(library.dumps.map(\.format) == ["EndNote"])
    #expect(library.papers.map(\.title) == ["One", "Two"])
    #expect(library.papers[0].details.authors.map(\.full) == ["Jane Doe", "R. Roe"])
    #expect(library.papers[0].details.keywords == ["first word", "second"])
    #expect(library.papers[0].abstract == "The abstract. It goes on." && library.papers[0].details.year == 2020)
    #expect(diagnostics.faults.isEmpty)
  }

  @Test("files without a paper say so", arguments: ["[]", "{}", "[\n]\n", "<?xml version=\"1.0\"?><rss/>"])
  func nothing(_ text: String) {
    let (library, diagnostics) = Sample.gather(text)
    #expect(library.papers.isEmpty)
    #expect(diagnostics.contains { $0.severity >= .warning })
  }
}
