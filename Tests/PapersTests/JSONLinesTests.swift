import Diagnostics
import Testing

@testable import Papers

@Suite struct JSONLinesTests {
  @Test func aRecordALine() {
    let (library, diagnostics) = Sample.gather(
      """
      {"_id": "7", "title": "One", "text": "Text of one."}
      {"id": "2", "title": "Two", "abstract": "Caf\\u00e9 \\ud83d\\ude00 \\"x\\".", "authors": ["Ada Lovelace", "Neumann, John von"], "year": 1950, "venue": "Letters", "doi": "https://doi.org/10.1000/XYZ", "categories": "cs.LG cs.CL", "keywords": ["a b", "c"], "unknown": {"x": [1, null, true]}}
      """, file: "papers.jsonl")
    #expect(diagnostics.isEmpty)
    #expect(library.dumps.map(\.format) == ["JSON Lines"])
    #expect(library.papers.map(\.sourceID) == ["7", "2"])
    #expect(library.papers.map(\.abstract) == ["Text of one.", "Café 😀 \"x\"."])
    let details = library.papers[1].details
    #expect(
      details.authors == [Author(given: "Ada", family: "Lovelace"), Author(given: "John von", family: "Neumann")])
    #expect(details.year == 1950)
    #expect(details.venue == "Letters")
    #expect(details.doi == "10.1000/xyz")
    #expect(details.categories == ["cs.LG", "cs.CL"])
    #expect(details.keywords == ["a b", "c"])
  }

  @Test func aBrokenLineStopsNoOther() {
    let (library, diagnostics) = Sample.gather(
      """
      {"id": "a", "title": "One", "abstract": "Text."}
      {"id": "b", "title": "Two", "abstract": "Te
      {"id": "c", "title": "Three" "abstract": "Text."}

      ["no object"]
      {"id": "d"}
      {"id": "e", "title": "Five", "abstract": "Text."}
      """)
    #expect(library.papers.map(\.title) == ["One", "Five"])
    #expect(library.papers.map(\.sightings[0].rank) == [1, 6])
    #expect(library.tally == Tally(read: 6, papers: 2, merged: 0, dropped: 4))
    #expect(
      diagnostics.faults == ["json.malformed@2", "json.malformed@3", "json.no-object@5", "paper.empty@6"])
    #expect(diagnostics.map(\.position?.column) == [44, 30, 1, 1])
  }

  @Test func halfASurrogateIsReplaced() {
    let (library, _) = Sample.gather(#"{"title": "A \ud83d B \ud83d\u0041", "abstract": "x"}"#)
    #expect(library.papers.map(\.title) == ["A \u{FFFD} B \u{FFFD}A"])
  }

  @Test(arguments: [
    ("Ada Lovelace", "Ada", "Lovelace"), ("Lovelace, Ada", "Ada", "Lovelace"), ("Plato", "", "Plato"),
    ("Ludwig van Beethoven", "Ludwig", "van Beethoven"), ("Sammy Davis Jr.", "Sammy", "Davis Jr."),
  ])
  func namesHaveTwoParts(_ name: String, _ given: String, _ family: String) {
    #expect(Author(parsing: name) == Author(given: given, family: family))
  }
}

extension JSONLinesTests {
  @Test func anEditionIsReadBackAsItsInput() throws {
    let (library, diagnostics) = Sample.gather(
      #"""
      {"id": "abcdefghjk", "title": "Nyström", "abstract": "We study $x$.", "sourceTitle": "Nystr\\\"om", "page": "papers/x.html", "sourceKeywords": ["a"], "code": "https://github.com/a/b", "topics": [], "keywords": ["inferred"], "neighbours": [], "seenIn": []}
      {"id": "bbcdefghjk", "sourceId": "k", "title": "Two", "abstract": "Text.", "neighbours": [], "seenIn": []}
      """#)
    #expect(diagnostics.isEmpty)
    let paper = try #require(library.papers.first)
    #expect(paper.title == "Nyström")
    #expect(paper.sourceTitle == #"Nystr\"om"#)
    #expect(paper.sourceID == nil)
    #expect(paper.details.keywords == ["a"])
    #expect(paper.details.codeURL == "https://github.com/a/b")
    #expect(library.papers.map(\.sourceID) == [nil, "k"])
  }

  @Test func fieldsAreCleanedToo() throws {
    let (library, _) = Sample.gather(
      #"{"id": "", "title": "A", "abstract": "B", "venue": "a\u0000\n b", "keywords": ["x", "", "x"], "year": 99999}"#)
    let paper = try #require(library.papers.first)
    #expect(paper.sourceID == nil && paper.details.venue == "a b" && paper.details.keywords == ["x"])
    #expect(paper.details.year == nil)
  }
}
