import Diagnostics
import Testing

@testable import Papers

/// Shapes of JSON and BibTeX that people really hold.
@Suite struct RecordShapesTests {
  @Test(arguments: [
    #"{"meta": {"total": 2}, "results": [{"title": "A"}, {"title": "B"}]}"#,
    #"{"response": {"numFound": 2, "docs": [{"title": "A"}, {"title": "B"}]}}"#,
    #"{"status": "ok", "message": {"total": 2, "items": [{"title": ["A"], "DOI": "10.1000/a.1"}, {"title": ["B"]}]}}"#,
    #"{"k1": {"title": "A"}, "k2": {"title": "B"}}"#, #"{"whatever": [{"title": "A"}, {"title": "B"}], "n": 2}"#,
    #"[{"title": "A"}, {"title": "B"}]"#, "{\"title\": \"A\"}\n\n{\"title\": \"B\"}",
  ])
  func papersAreFoundInsideWhatWrapsThem(_ text: String) {
    let (library, diagnostics) = Sample.gather(text)
    #expect(library.papers.map(\.title) == ["A", "B"])
    #expect(!diagnostics.contains { $0.severity == .error })
  }

  @Test func classesOfArxivStandBetweenBlanks() {
    let (library, _) = Sample.gather(
      #"{"id": "2401.00001", "title": "A", "abstract": "B", "categories": "eess.IV cs.CV 68U10, 90C26 (Primary) I.4.2; J.3", "update_date": "2024-01-02"}"#
    )
    #expect(library.papers[0].details.categories == ["eess.IV", "cs.CV", "68U10", "90C26", "I.4.2", "J.3"])
  }

  @Test func openAlexNamesItsSubjects() {
    let text =
      #"{"id": "https://openalex.org/W1", "title": "A", "abstract_inverted_index": {"Text.": [0]}, "authorships": [], "concepts": [{"display_name": "Medicine", "score": 0.8}, {"display_name": "Art", "score": 0.1}], "keywords": [{"display_name": "Night vision"}], "locations": [{"landing_page_url": "https://arxiv.org/abs/2401.00001"}]}"#
    let details = Sample.gather(text).library.papers[0].details
    #expect(details.categories == ["Medicine"])
    #expect(details.keywords == ["Night vision"])
    #expect(details.arxivID == "2401.00001")
  }

  @Test func aDateTellsTheYear() {
    let (library, _) = Sample.gather(#"{"title": "A", "date": "2021-03-04"}"#)
    #expect(library.papers[0].details.year == 2021)
  }

  @Test(
    arguments: [
      ("eprint={2401.12345v2}, archivePrefix={arXiv}, primaryClass={cs.LG}", "2401.12345"),
      ("journal={arXiv preprint arXiv:2402.00001}", "2402.00001"), ("eprint={2401.12345}", "2401.12345"),
      ("url={https://arxiv.org/abs/2403.00001v1}", "2403.00001"), ("eprint={12345}, archivePrefix={SSRN}", nil),
      ("note={See arXiv:hep-th/9901001}", "hep-th/9901001"),
    ] as [(String, String?)])
  func arxivStandsInManyFieldsOfBibTeX(_ fields: String, _ id: String?) {
    let (library, _) = Sample.gather("@misc{a, title={A}, \(fields)}")
    #expect(library.papers[0].details.arxivID == id)
  }

  @Test func addressesOfBibTeXComeOutOfTheirCommands() {
    let (library, _) = Sample.gather(
      #"""
      @misc{a, title={A}, howpublished={\url{https://example.org/x_y}}}
      @misc{b, title={B}, url={https://example.org/a\_b\%20c}}
      @misc{c, title={C}, url={https://doi.org/10.1000/abc.1}, code={https://github.com/a/b}}
      """#)
    #expect(
      library.papers.map(\.details.url) == [
        "https://example.org/x_y", "https://example.org/a_b%20c", "https://doi.org/10.1000/abc.1",
      ])
    #expect(library.papers[2].details.doi == "10.1000/abc.1")
    #expect(library.papers[2].details.codeURL == "https://github.com/a/b")
  }
}
