import Papers
import Testing

@testable import Topics

@Suite struct PhraseIndexTests {
  private func index(_ texts: [(String, String)], leastPapers: Int = 1) -> PhraseIndex {
    let papers = texts.map { paper($0.0, $0.1) }
    return PhraseIndex(Corpus(papers), papers, leastPapers: leastPapers)
  }

  private func texts(_ index: PhraseIndex) -> Set<String> { Set(index.phrases.indices.map { index.text(of: $0) }) }

  private func facts(_ text: String, _ index: PhraseIndex) -> Phrase? {
    index.phrases.indices.first { index.text(of: $0) == text }.map { index.phrases[$0] }
  }

  @Test func phrasesEndAtStopWordsAndPunctuation() {
    let index = index([("", "Graph networks learn, from noisy data.")])
    #expect(
      texts(index) == [
        "graph", "networks", "learn", "noisy", "data", "graph networks", "networks learn", "noisy data",
        "graph networks learn",
      ])
  }

  @Test(arguments: [
    ("A mixture of experts routes.", "mixture of experts"),
    ("Loss in in-context learning grows.", "in-context learning"),
    ("Signs of Parkinson's disease appear.", "Parkinson's disease"),
    ("Here state-of-the-art results appear.", "state-of-the"),
  ])
  func joinedWordsAreWrittenOut(abstract: String, phrase: String) {
    #expect(texts(index([("", abstract)])).contains(phrase))
  }

  @Test func onlyRecurringPhrasesAreKept() {
    let index = index(
      [("", "Red wine."), ("", "Red wine. Green tea."), ("", "Red wine. White noise.")], leastPapers: 3)
    #expect(texts(index) == ["red", "wine", "red wine"])
    #expect(facts("red wine", index)?.papers == 3)
  }

  @Test func inflectedFormsAreOnePhraseInItsCommonestForm() {
    let index = index([("Neural network", "Neural networks."), ("", "Neural networks.")])
    #expect(facts("neural networks", index)?.papers == 2)
    #expect(facts("neural networks", index)?.titlePapers == 1)
    #expect(facts("neural network", index) == nil)
  }

  @Test func aWordThatMostlyStandsBeforeOthersIsWrittenAsItStandsAlone() {
    let index = index(
      (0..<4).map { _ in
        ("Graph networks", "A graph network reads graphs. Graph networks and graph layers suit graphs.")
      })
    #expect(facts("graphs", index) != nil)
    #expect(facts("graph", index) == nil)
  }

  @Test func capitalsAreKeptWhereSentencesHaveThem() {
    let index = index([
      ("Bayesian Networks", "We read the BERT code. A Bayesian network and the brain."),
      ("Brain Networks", "Brain scans show a Bayesian network."),
    ])
    #expect(texts(index).isSuperset(of: ["BERT", "Bayesian networks", "brain"]))
  }

  @Test func halvesOfHyphenatedWordsAreNoPhrasesOfTheirOwn() {
    let index = index(
      (0..<6).map { _ in ("Few-shot learning", "We study few-shot learning. It needs few-shot learning.") })
    let whole = facts("few-shot learning", index)?.quality ?? 0
    let half = facts("shot learning", index)?.quality ?? 1
    #expect(half < 0.3 * whole)
  }

  @Test(arguments: [
    "results", "novel approach", "effectively", "task 4", "task b", "significantly enhancing", "12", "xy", "résultats",
    "Ergebnisse",
  ])
  func boilerplateNumbersAndAdverbsNameNothing(phrase: String) {
    let index = index((0..<4).map { _ in ("On \(phrase)", "The \(phrase).") })
    let number = index.phrases.indices.first { index.text(of: $0) == phrase }
    #expect(number.map { index.phrases[$0].quality } ?? 0 == 0)
  }

  @Test func adjectivesAndVerbsAreTold() {
    let texts = (0..<5).map { _ in
      ("Robust translation", "The method is robust. It is more robust. We translate the text. They translate a text.")
    }
    let index = index(texts)
    #expect(facts("robust", index)?.quality ?? 1 < 0.25)
    #expect(facts("translate", index)?.quality ?? 0 < 0.25)
  }

  @Test func equalInputGivesEqualPhrases() {
    let texts = [("Deep sea fish", "Deep sea fish swim."), ("Sea fish", "Fish of the deep sea.")]
    #expect(index(texts).phrases == index(texts).phrases)
  }
}
