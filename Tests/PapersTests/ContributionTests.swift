import Testing

@testable import Papers

@Suite struct ContributionTests {
  private func sentence(_ abstract: String) -> String? {
    Contribution.range(in: abstract).map { String(decoding: Array(abstract.utf8)[$0], as: UTF8.self) }
  }

  /// The sentence that states the contribution stands in angle brackets.
  @Test(arguments: [
    "Models are slow. <We propose a fast one.> We show that it works.",
    "Models are slow, e.g. ours. <In this paper, we study why (see Fig. 2).> It is a hard question.",
    "<This paper presents a survey.> We study many models.",
    "We study models. <We then introduce a better one.>",
    "Much is known. <A new method is proposed.> Results are good.",
    "Attention is known. <Here, we carefully examine its heads.> More follows.",
    "Nothing is said here. Nor here.",
    "Das ist ein Text. Er sagt nichts Neues.", "",
  ])
  func theSentenceThatSaysWhatIsNew(_ marked: String) {
    let plain = marked.filter { $0 != "<" && $0 != ">" }
    let expected = marked.firstIndex(of: "<").map { marked[$0...].dropFirst().prefix { $0 != ">" } }.map(String.init)
    #expect(sentence(plain) == expected)
  }

  @Test(.enabled(if: RealDumps.exist)) func nearlyEveryRealAbstractHasOne() throws {
    let (library, _) = Library.gather(try RealDumps.files(), threads: 1)
    let found = library.papers.filter { Contribution.range(in: $0.abstract) != nil }.count
    #expect(found >= 745)
  }
}
