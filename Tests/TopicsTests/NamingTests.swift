import Papers
import Testing

@testable import Topics

@Suite struct NamingTests {
  /// Two subjects of `size` papers each, with one vector a subject.
  ///
  /// - Parameter shuffledCuts: so many cuts of as many topics that mix the subjects stand before the right one.
  private func labels(
    _ subjects: [(title: String, abstract: String)], size: Int, forbidden: [String] = [], shuffledCuts: Int = 0
  ) -> Labels {
    let papers = (0..<size).flatMap { _ in subjects.map { paper($0.title, $0.abstract) } }
    let rows = papers.indices.flatMap { index in
      subjects.indices.map { Float($0 == index % subjects.count ? 1 : 0) }
    }
    let vectors = Vectors(values: rows, dimension: subjects.count)
    let middles = subjects.indices.flatMap { a in subjects.indices.map { Float($0 == a ? 1 : 0) } }
    let clustering = Clustering(
      vectors: vectors, assignment: papers.indices.map { $0 % subjects.count },
      centroids: Vectors(values: middles, dimension: subjects.count), themes: [Array(subjects.indices)])
    let index = PhraseIndex(Corpus(papers), papers)
    let shuffled = (0..<shuffledCuts).map { cut in
      let mixed = papers.indices.map { ($0 / subjects.count + cut) % subjects.count }
      return Clustering(vectors: vectors, groups: Grouping(mixed), themes: [Array(subjects.indices)])
    }
    return Labels(index, shuffled + [clustering], maySplit: false, forbidden: forbidden, slices: .init(threads: 1))
  }

  @Test func topicsAreNamedByWhatSetsThemApart() {
    let labels = labels(
      [
        ("Coral reefs", "We study coral reefs. The results show that coral reefs decline."),
        ("Speech recognition", "We study speech recognition. The results show that speech recognition works."),
        ("Gaussian processes", "We study the Gaussian process. The results show that a Gaussian process works."),
      ], size: 8)
    #expect(labels.topics.map(\.name) == ["coral reefs", "speech recognition", "Gaussian processes"])
    #expect(labels.themes.count == 1)
    #expect(labels.themes.allSatisfy { !$0.name.isEmpty })
  }

  @Test func ofSeveralCutsTheOneWhoseTopicsAreNamedBestIsKept() {
    let labels = labels(
      [
        ("Coral reefs", "We study coral reefs. The results show that coral reefs decline."),
        ("Speech recognition", "We study speech recognition. The results show that speech recognition works."),
        ("Gaussian processes", "We study the Gaussian process. The results show that a Gaussian process works."),
      ], size: 9, shuffledCuts: 2)
    #expect(labels.topics.map(\.name) == ["coral reefs", "speech recognition", "Gaussian processes"])
  }

  @Test func aForbiddenPhraseNamesNothing() {
    let subjects = [
      ("Coral reefs", "We study coral reefs and sea grass."), ("Speech recognition", "We study speech recognition."),
    ]
    let names = labels(subjects, size: 8, forbidden: ["Coral Reefs"]).topics.map { $0.name.lowercased() }
    #expect(names == ["sea grass", "speech recognition"])
  }

  @Test(arguments: [
    ("microRNAs", "miRNAs", true), ("human immunodeficiency virus", "HIV-1", true), ("coral reefs", "DNA", false),
    ("mitochondria", "MRI", false),
  ])
  func namesAndTheirAbbreviationsAreKnown(long: String, short: String, isAbbreviation: Bool) throws {
    let papers = (0..<4).map { _ in paper("On the \(long)", "We see the \(short) and the \(long).") }
    let index = PhraseIndex(Corpus(papers), papers)
    let composer = NameComposer(index: index, group: papers.map { _ in 0 })
    func number(_ text: String) throws -> Int {
      try #require(index.phrases.indices.first { index.text(of: $0) == text })
    }
    #expect(try composer.isAbbreviation(number(short), of: number(long)) == isAbbreviation)
  }

  @Test func oneTopicIsNamedToo() {
    let labels = labels([("Coral reefs", "We study coral reefs.")], size: 3)
    #expect(labels.topics.map(\.name) == ["coral reefs"])
  }

  @Test func papersWithoutWordsStillHaveATopicWithAName() {
    let labels = labels([("", "")], size: 2)
    #expect(labels.topics.map(\.name) == ["all papers"])
  }

  @Test(arguments: [(20, 20, 20, 3.0...20), (10, 20, 40, 1.0...9), (1, 20, 900, -9.0...0)])
  func associationComparesInsideWithOutside(inside: Int, size: Int, papers: Int, range: ClosedRange<Float>) {
    #expect(range.contains(Association(total: 1000).strength(inside: inside, size: size, papers: papers)))
  }

  @Test func whereThereIsNoOutsideTheRootOfTheCountStandsIn() {
    #expect(Association(total: 10).strength(inside: 4, size: 10, papers: 4) == 2)
  }
}
