import Papers
import Parallel
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

  @Test func spellingsOfAnyLengthAreToldApart() {
    let letters = (1...20).map { String(repeating: "a", count: $0) }
    let others = (1...20).map { String(repeating: "a", count: $0 - 1) + "b" }
    let corpus = Corpus([paper((letters + others).joined(separator: " "), letters.joined(separator: " ").uppercased())])
    #expect(corpus.words == letters + others)
    #expect(corpus.tokens[corpus.abstract(of: 0)].map(\.word) == (0..<20).map { Int32($0) })
  }

  @Test func aTextReadAnewHasTheSameWords() {
    let papers = [paper("b a", "C’s Ünder b"), paper("a c", "ÜNDER a-b")]
    let corpus = Corpus(papers)
    let tokens = papers.indices.map { corpus.abstractTokens(of: $0, papers[$0].abstract) }
    #expect(tokens.map(\.count) == [3, 3])
    corpus.forgetTokens()
    for paper in papers.indices {
      #expect(Array(corpus.abstractTokens(of: paper, papers[paper].abstract)) == Array(tokens[paper]))
    }
  }

  @Test func wordsAreNumberedTheSameOnAnyNumberOfThreads() {
    let papers = (0..<5_000).map { paper("On w\($0 % 700) and v\($0)", "ÜBER Über w\($0 / 3), \($0) the END.") }
    let one = Corpus(papers)
    for threads in [2, 3] {
      let corpus = Corpus(papers, slices: Slices(threads: threads))
      #expect(corpus.words == one.words)
      #expect(corpus.tokens == one.tokens)
      #expect((corpus.starts, corpus.titleEnds) == (one.starts, one.titleEnds))
    }
  }

  @Test func hostileTextIsRead() {
    let long = String(repeating: "@", count: 50_000) + String(repeating: "x", count: 50_000)
    #expect(words(long + " ok \u{0} $ \\").suffix(1) == ["ok"])
  }
}
