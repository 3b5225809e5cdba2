import Papers
import Testing

@testable import Topics

@Suite struct EmbeddingsTests {
  /// Papers of the same words, so that only their vectors can tell them apart.
  private let papers = (0..<24).map { number in
    var paper = paper("On rivers", "Water flows downhill.")
    paper.id = PaperID("p\(number)")
    return paper
  }

  @Test func ownVectorsPlacePapersThatWordsCannotTellApart() {
    var options = AnalysisOptions()
    options.topics = 2
    options.embeddings = Embeddings(
      ids: papers.map(\.id.value), values: papers.indices.flatMap { [$0 % 2 == 0 ? 1 : 0, $0 % 2 == 0 ? 0 : 1, 5] })
    let topics = Analysis.chart(papers, options: options).placements.map { $0.memberships[0].topic }
    #expect(Set(papers.indices.filter { $0 % 2 == 0 }.map { topics[$0] }).count == 1)
    #expect(topics[0] != topics[1])
  }

  @Test func papersWithoutARowKeepTheirWords() {
    let words = Vectors(values: [1, 0, 0, 1], dimension: 2)
    let embeddings = Embeddings(ids: ["p0"], values: [3, 4])
    #expect(embeddings.holds(papers[0]))
    #expect(!embeddings.holds(papers[1]))
    let joined = words.joined(with: embeddings.rows(of: Array(papers.prefix(2))))
    #expect(joined.dimension == 4)
    #expect(Array(joined[1]) == [0, 1, 0, 0])
  }
}
