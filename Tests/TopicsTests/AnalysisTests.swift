import Papers
import Testing

@testable import Topics

@Suite struct AnalysisTests {
  /// Papers about a few subjects, told apart by their words.
  static func library(_ perSubject: Int) -> [Paper] {
    let subjects = [
      ["graph", "node", "edge", "neighbour", "walk", "clique", "tree", "matching"],
      ["speech", "phoneme", "voice", "acoustic", "microphone", "speaker", "vowel", "pitch"],
      ["protein", "enzyme", "folding", "residue", "binding", "helix", "molecule", "gene"],
      ["galaxy", "star", "telescope", "redshift", "nebula", "orbit", "comet", "dust"],
    ]
    var generator = SeededGenerator(seed: 7)
    var papers: [Paper] = []
    for number in 0..<perSubject {
      for words in subjects {
        let text = (0..<30).map { _ in words[generator.index(words.count)] }.joined(separator: " ")
        papers.append(paper("\(words[0]) \(words[generator.index(words.count)]) \(number)", text + " study."))
      }
    }
    return papers
  }

  @Test func aSummaryQuotesNoSentenceThatOnlyTellsWhereSomethingIs() {
    let papers = Self.library(8).map { old in
      let words = old.abstract.split(separator: " ").prefix(12).joined(separator: " ")
      return paper(old.title, "All of \(words) is found at https://example.org/a today. We study \(old.abstract)")
    }
    let quotations = Analysis.chart(papers).topics.flatMap(\.summary)
    #expect(!quotations.isEmpty)
    #expect(quotations.allSatisfy { !$0.sentence.contains("example.org") })
  }

  @Test func subjectsBecomeTopics() {
    let papers = Self.library(25)
    var options = AnalysisOptions()
    options.topics = 4
    let atlas = Analysis.chart(papers, options: options)
    #expect(atlas.topics.count == 4)
    for topic in atlas.topics { #expect(Set(topic.papers.map { $0 % 4 }).count == 1) }
    #expect(atlas.topics.map(\.papers.count).reduce(0, +) == papers.count)
  }

  @Test(arguments: [0, 1, 2, 3, 10, 30, 100])
  func everyPaperHasItsPlaceInCollectionsOfAnySize(count: Int) {
    let papers = Array(Self.library(25).prefix(count))
    let atlas = Analysis.chart(papers)
    #expect(atlas.placements.count == count)
    #expect(atlas.placements.allSatisfy { !$0.memberships.isEmpty })
    #expect(Set(atlas.topics.flatMap(\.papers)) == Set(0..<count))
    #expect(atlas.themes.flatMap(\.topics).sorted() == Array(atlas.topics.indices))
    #expect(count == 0 || !atlas.topics.isEmpty)
  }

  @Test(arguments: [1, 2, 5, 17])
  func theNumberOfTopicsCanBeSet(wanted: Int) {
    var options = AnalysisOptions()
    options.topics = wanted
    #expect(Analysis.chart(Self.library(25), options: options).topics.count == wanted)
  }

  @Test func threadsChangeNothing() {
    var options = AnalysisOptions()
    let one = Analysis.chart(Self.library(30), options: options)
    options.threads = 2
    #expect(Analysis.chart(Self.library(30), options: options) == one)
  }

  @Test func copiesOfOneAbstractMakeOneTopic() {
    let papers = (0..<200).map { _ in paper("The same", "Every paper says the same of graphs and trees.") }
    let atlas = Analysis.chart(papers)
    #expect(atlas.topics.count == 1)
    #expect(atlas.topics[0].papers.count == 200)
  }

  @Test func abstractsOfOneWordAndOfOtherScriptsAreCharted() {
    let short = (0..<40).map { paper("Title \($0 % 7)", "word\($0 % 5)") }
    let chinese = (0..<40).map { paper("图神经网络的研究\($0 % 9)", "我们提出一种新的图像分割方法，用于深度学习。") }
    let empty = (0..<20).map { _ in paper("", "") }
    for papers in [short, chinese, empty, short + chinese + empty] {
      let atlas = Analysis.chart(papers)
      #expect(Set(atlas.topics.flatMap(\.papers)).count == papers.count)
      #expect(atlas.placements.allSatisfy { $0.position.x.isFinite && $0.position.y.isFinite })
    }
  }
}
