import Papers
import Testing

@testable import Topics

@Suite struct KeywordTests {
  private func phrases(_ title: String, _ abstract: String) -> [String] {
    let papers = [paper(title, abstract)]
    let phrases = PaperPhrases(PhraseIndex(Corpus(papers), papers))
    var desk = phrases.desk
    return phrases.list(of: 0, &desk).texts
  }

  @Test(arguments: [
    ("We propose a novel graph attention network.", "graph attention network"),
    ("They significantly improve protein structure prediction in 2024.", "protein structure prediction"),
    ("This paper investigates coral reef decline.", "coral reef decline"),
    ("A two-stage speech decoder.", "two-stage speech decoder"),
  ])
  func candidatesAreRunsBetweenFunctionWordsAndAcademicVerbs(abstract: String, phrase: String) {
    #expect(phrases("", abstract).first == phrase)
  }

  @Test func titlePhrasesComeFirst() {
    let found = phrases("Coral reefs", "Ocean warming matters. Coral reefs suffer from ocean acidity.")
    #expect(found.first == "coral reefs")
  }

  @Test(arguments: [[], [("", "")], [("One", "Word")], [("语言模型", "中文摘要。")]])
  func smallCollectionsHaveKeywordsOrNone(texts: [(String, String)]) {
    let papers = texts.map { paper($0.0, $0.1) }
    let index = PhraseIndex(Corpus(papers), papers)
    let keywords = SiteKeywords(index)
    #expect(keywords.keywords.isEmpty)
    #expect(keywords.keywordsOfPaper.count == papers.count)
  }

  @Test func keywordsRecurAndTitlesComeFirst() {
    let papers = [
      paper("Tides", "The coral reef and the tides."), paper("A coral reef", "Of fish."),
      paper("Waves", "We map a coral reef."), paper("Storms", "Storms hit a lonely island."),
    ]
    let keywords = SiteKeywords(PhraseIndex(Corpus(papers), papers))
    let reef = keywords.keywords.first { $0.name == "coral reef" }
    #expect(reef?.papers.first == 1)
    #expect(reef.map { Set($0.papers) } == [0, 1, 2])
    #expect(reef?.titleCount == 1)
    #expect(keywords.keywords.map(\.name) == keywords.keywords.map(\.name).sorted())
  }

  @Test func spellingsWithAndWithoutHyphenAreOneKeyword() {
    let papers = ["pre-training", "pre-training", "pretraining", "pre-training", "pretraining"].map {
      paper("On \($0)", "The \($0) works.")
    }
    let keywords = SiteKeywords(PhraseIndex(Corpus(papers), papers))
    #expect(keywords.keywords.map(\.name) == ["pre-training"])
    #expect(keywords.keywords.first?.papers.count == 5)
  }

  @Test(arguments: [
    ("dialogue models", "dialogue systems"), ("dialogue-based systems", "dialogue systems"),
    ("machine translation models", "machine translation"), ("graph networks", "graph neural networks"),
  ])
  func otherWordsForOneIdeaAreOneKeyword(rare: String, common: String) {
    let papers = [common, common, common, rare, common, rare].map { paper("On \($0)", "We like \($0).") }
    let keywords = SiteKeywords(PhraseIndex(Corpus(papers), papers))
    #expect(keywords.keywords.map(\.name) == [common])
    #expect(keywords.keywords.first?.papers.count == 6)
  }

  @Test func keywordsGrowMoreSlowlyThanTheCollection() {
    #expect(SiteKeywords.most(papers: 800) < 300)
    #expect(SiteKeywords.most(papers: 10_000) < 1_500)
    #expect(SiteKeywords.most(papers: 3) >= 3)
  }

  @Test func phrasesOfUnlikePapersLackFocus() {
    let rows: [[Float]] = (0..<12).map { $0 < 6 ? [1, 0, 0] : $0 < 9 ? [0, 1, 0] : [0, 0, 1] }
    let focus = PhraseFocus(
      Vectors(values: rows.flatMap { $0 }, dimension: 3), topics: [[0, 1, 2, 3, 4, 5], [6, 7, 8], [9, 10, 11]])
    func value(_ papers: [Int], isName: Bool) -> Float {
      focus.value(papers.count, product: focus.meanProduct(papers), length: 1, isName: isName)
    }
    #expect(value([0, 1, 2, 3, 4, 5], isName: false) == 1)
    #expect(value([0, 1, 6, 7, 9, 10], isName: false) < 0.5)
    #expect(value([0, 1, 6, 7, 9, 10], isName: true) >= 0.7)
  }
}
