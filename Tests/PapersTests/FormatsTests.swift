import Diagnostics
import Testing

@testable import Papers

@Suite struct FormatsTests {
  @Test(arguments: [
    ("{\"title\": \"A\"}\n{\"title\": \"A\"}", "JSON Lines"),
    ("[{\"id\": 1, \"title\": \"A\", \"abstract\": \"B\"}]", "JSON"),
    ("[\n  {\n    \"title\": \"A\"\n  }\n]", "JSON"), ("{\n  \"title\": \"A\"\n}", "JSON"),
    ("% x\n@misc{a,\n title={A}\n}", "BibTeX"), ("TY  - JOUR\nTI  - A\nER  - ", "RIS"), ("PMID- 1\nTI  - A", "PubMed"),
    ("<?xml version=\"1.0\"?>\n<feed><entry><title>A</title></entry></feed>", "Atom"),
    ("A\nText.", "text dump"), ("[Re] A\nText.", "text dump"), ("{x}: A\nText.", "text dump"),
    ("@a b\nText.", "text dump"),
  ])
  func aFormatIsKnownByItsContent(_ text: String, _ format: String) {
    let (library, _) = Sample.gather(text, file: "papers")
    #expect(library.dumps.map(\.format) == [format])
    #expect(library.papers.count == 1)
    #expect(library.papers[0].title.contains("A") || library.papers[0].title.contains("a"))
  }

  @Test func arxivSnapshot() {
    let (library, _) = Sample.gather(
      #"{"id": "0704.0001v2", "authors": "A. B, C", "title": "A\n  title", "categories": "hep-ph cs.LG", "doi": "10.1103/X.1", "abstract": "  We\n compute. ", "versions": [{"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"}], "update_date": "2008-11-26", "authors_parsed": [["Bal\\'azs", "C.", ""], ["Nadolsky", "P. M.", "Jr"]]}"#
    )
    let paper = library.papers[0]
    #expect(paper.title == "A title")
    #expect(paper.abstract == "We compute.")
    #expect(paper.details.authors.map(\.full) == ["C. Balázs", "P. M. Nadolsky Jr"])
    #expect(paper.details.categories == ["hep-ph", "cs.LG"])
    #expect(paper.details.arxivID == "0704.0001")
    #expect(paper.details.date == "2007-04-02")
    #expect(paper.details.doi == "10.1103/x.1")
  }

  @Test func dailyPapers() {
    let (library, _) = Sample.gather(
      #"[{"paper": {"id": "2401.00001", "title": "T", "summary": "S.", "authors": [{"name": "Ada Lovelace"}], "upvotes": 7, "githubRepo": "https://github.com/a/b", "ai_keywords": ["x y"], "publishedAt": "2024-01-02T00:00:00.000Z"}, "title": "T"}]"#
    )
    let details = library.papers[0].details
    #expect(library.papers[0].abstract == "S.")
    #expect(details.upvotes == 7 && details.codeURL == "https://github.com/a/b" && details.keywords == ["x y"])
    #expect(details.date == "2024-01-02" && details.arxivID == "2401.00001")
  }

  @Test func openAlexWorks() throws {
    let (library, _) = Sample.gather(
      #"{"results": [{"id": "https://openalex.org/W1", "display_name": "T", "publication_year": 2020, "abstract_inverted_index": {"study": [1, 3], "We": [0], "a": [2]}, "authorships": [{"author": {"display_name": "Ada Lovelace"}}], "biblio": {"first_page": "1", "last_page": "9"}, "primary_location": {"landing_page_url": "https://a.b/c", "source": {"display_name": "J"}}}]}"#
    )
    let paper = try #require(library.papers.first)
    #expect(paper.abstract == "We study a study")
    #expect(paper.details.pages == "1–9" && paper.details.venue == "J" && paper.details.url == "https://a.b/c")
  }

  @Test func referenceManagersAndSemanticScholar() {
    let (library, _) = Sample.gather(
      #"""
      [
        {"id": "k", "type": "article", "title": "One", "abstract": "<jats:p>If x&lt;y &amp; <mask>.</jats:p>",
         "author": [{"family": "Lovelace", "given": "Ada"}], "issued": {"date-parts": [[1843, 9, 1]]}, "DOI": "10.1000/1"},
        {"paperId": "p", "title": "Two", "abstract": null, "year": 2021, "externalIds": {"ArXiv": "2101.00001"},
         "authors": [{"authorId": "1", "name": "B C"}], "journal": {"name": "J", "volume": "1"}}
      ]
      """#)
    #expect(library.papers.map(\.title) == ["One", "Two"])
    #expect(library.papers[0].abstract == "If x<y & <mask>.")
    #expect(library.papers[0].details.date == "1843-09-01")
    #expect(library.papers[1].details.arxivID == "2101.00001" && library.papers[1].details.venue == "J")
  }

  @Test func aBrokenObjectInAListStopsNoOther() {
    let (library, diagnostics) = Sample.gather(
      """
      [
        {
          "title": "One"
        },
        {
          "title": "Two
        },
        {
          "title": "Three"
        }
      ]
      """)
    #expect(library.papers.map(\.title) == ["One", "Three"])
    #expect(diagnostics.faults == ["json.malformed@6"])
    let inline = Sample.gather(#"[{"title": "One"}, {"title": "Two", }, {"title": "Three"}]"#)
    #expect(inline.library.papers.map(\.title) == ["One", "Three"])
    let envelope = Sample.gather(#"{"total": 3, "data": [{"title": "One"}, {"title": }, {"title": "Three"}]}"#)
    #expect(envelope.library.papers.map(\.title) == ["One", "Three"])
  }

  @Test func taggedLines() {
    let (library, diagnostics) = Sample.gather(
      "\u{FEFF}TY  - JOUR\r\nTI  - A title\r\n  that goes on\r\nAU  - Doe, Jane\r\nA1  - Roe, R.\r\nAB  - Text <p>of</p> it.\r\n"
        + "PY  - 2020/05/03/\r\nT2  - J\r\nDO  - 10.1000/9\r\nSP  - 1\r\nEP  - 5\r\nKW  - a; b\r\nER  -\r\n\r\n"
        + "TY  - CONF\r\nT1  - Second\r\nTY  - JOUR\r\nTI  - Third\r\nER  - \r\n", file: "a.ris")
    #expect(library.papers.map(\.title) == ["A title that goes on", "Second", "Third"])
    #expect(library.papers[0].abstract == "Text of it.")
    let details = library.papers[0].details
    #expect(details.authors.map(\.full) == ["Jane Doe", "R. Roe"])
    #expect(details.date == "2020-05-03" && details.pages == "1–5" && details.keywords == ["a", "b"])
    #expect(diagnostics.faults == ["ris.unclosed-entry@17"])
  }

  @Test func pubMed() {
    let (library, _) = Sample.gather(
      """
      PMID- 123
      DP  - 2019 Oct
      TI  - A title of
            two lines.
      LID - 10.1000/7 [doi]
      AB  - Text.
      FAU - Doe, Jane
      AU  - Doe J
      JT  - Journal

      PMID- 124
      TI  - Second.
      """, file: "a.nbib")
    #expect(library.papers.map(\.title) == ["A title of two lines.", "Second."])
    #expect(library.papers[0].sourceID == "pmid:123")
    #expect(library.papers[0].details.authors.map(\.full) == ["Jane Doe"])
    #expect(library.papers[0].details.doi == "10.1000/7")
  }

  @Test func atom() {
    let (library, diagnostics) = Sample.gather(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Query</title>
        <entry>
          <id>http://arxiv.org/abs/2401.00001v3</id><published>2024-01-01T00:00:00Z</published>
          <title>A
            title &amp; more</title>
          <summary>  We study x&lt;y. </summary>
          <author><name>Ada Lovelace</name></author>
          <arxiv:doi>10.1000/5</arxiv:doi>
          <link href="http://arxiv.org/abs/2401.00001v3" rel="alternate"/>
          <category term="cs.LG"/><category term="cs.CL"/>
        </entry>
        <entry><title>Broken</title><summary>a < b</summary></entry>
        <entry><title>Open</title>
        <entry><title>Last</title></entry>
      </feed>
      """, file: "a.xml")
    #expect(library.papers.map(\.title) == ["A title & more", "Broken", "Open", "Last"])
    #expect(library.papers[0].abstract == "We study x<y.")
    #expect(library.papers[0].sourceID == "2401.00001")
    #expect(library.papers[0].details.categories == ["cs.LG", "cs.CL"])
    #expect(library.papers[0].details.authors.map(\.full) == ["Ada Lovelace"])
    #expect(diagnostics.filter { $0.id == "atom.malformed" }.map { $0.position?.line } == [13, 15])
  }
}
