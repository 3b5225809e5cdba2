import Testing

@testable import Text

@Suite struct StemmerTests {
  @Test(arguments: [
    ("networks", "network"), ("learning", "learn"), ("embeddings", "embed"), ("studies", "studi"),
    ("généralisation", "généralis"), ("", ""), ("3d", "3d"),
  ])
  func inflectedFormsFoldOntoOneStem(word: String, stem: String) {
    #expect(Stemmer().stem(word) == stem)
  }

  @Test func endlessWordsAreTheirOwnStem() {
    let word = String(repeating: "networks", count: 20)
    #expect(Stemmer().stem(word) == word)
  }

  @Test(arguments: [
    ("the", true), ("whereas", true), ("cannot", true), ("für", true), ("della", true), ("network", false),
    ("war", false), ("son", false), ("ai", false),
  ])
  func functionWordsAreStopWords(word: String, isStop: Bool) {
    #expect(StopWords.contains(word) == isStop)
  }
}
