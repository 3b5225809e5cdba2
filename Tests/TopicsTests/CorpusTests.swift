import Papers
import Testing
import Text

@testable import Topics

/// A paper from nothing but its text.
func paper(_ title: String, _ abstract: String = "") -> Paper {
  Paper(id: PaperID(title), title: title, abstract: abstract, sightings: [Sighting(dump: 0, rank: 1, line: 1)])
}

@Suite struct CorpusTests {
  /// Folded words of a title.
  func words(_ title: String) -> [String] {
    let corpus = Corpus([paper(title)])
    return corpus.tokens.map { corpus.words[Int($0.word)] }
  }

  @Test(arguments: [
    ("Graph Neural Networks", ["graph", "neural", "networks"]),
    ("Pre-training: BERT’s and Moore's law", ["pre", "training", "bert", "and", "moore", "law"]),
    ("We don't, they've", ["we", "don't", "they've"]),
    ("ÉTALE covers", ["étale", "covers"]),
    ("E\u{301}tale", ["étale"]),
    ("A $O(n^2)$ bound for \\(x\\) and \\emph{this}", ["a", "bound", "for", "and", "this"]),
    ("from $5 to $10 a day", ["from", "5", "to", "10", "a", "day"]),
    ("see \\cite{smith2020} or https://a.b/c?d=e (www)", ["see", "or", "www"]),
    ("Code at github.com/foo/bar.git, and/or hits@10", ["code", "at", "and", "or", "hits", "10"]),
    ("ask x.y@uni.edu now", ["ask", "now"]),
    ("深度学习 for 画像のトランスフォーマー", ["深度", "度学", "学习", "for", "画像", "トランスフォーマー"]),
    ("", []),
  ])
  func textGivesFoldedWords(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func gapsTellWhatStandsBeforeAWord() {
    let corpus = Corpus([paper("Pre-training of X, (and) $y$ more", "Next text")])
    #expect(
      corpus.tokens.map(\.gap) == [
        .start, .hyphen, .space, .space, .punctuation, .punctuation, .start, .space,
      ])
    #expect(corpus.title(of: 0).count == 6)
  }

  @Test func tokensPointToTheWrittenForm() {
    let papers = [paper("Die ÉTALE’s", "GPT-4's way")]
    let corpus = Corpus(papers)
    let texts = [papers[0].title, papers[0].abstract].map { Array($0.utf8) }
    let written = corpus.tokens.enumerated().map { index, token in
      String(decoding: texts[index < corpus.titleEnds[0] ? 0 : 1][token.start..<token.end], as: UTF8.self)
    }
    #expect(written == ["Die", "ÉTALE", "GPT", "4", "way"])
  }

  @Test func wordsAreNumberedInOrderOfAppearance() {
    let corpus = Corpus([paper("b a"), paper("A c B")])
    #expect(corpus.words == ["b", "a", "c"])
    #expect(corpus.papers == 2)
    #expect(corpus.tokens[corpus.range(of: 1)].map(\.word) == [1, 2, 0])
  }

  @Test func hostileTextIsRead() {
    let long = String(repeating: "@", count: 50_000) + String(repeating: "x", count: 50_000)
    #expect(words(long + " ok \u{0} $ \\").suffix(1) == ["ok"])
  }
}
