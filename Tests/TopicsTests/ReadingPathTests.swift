import Testing

@testable import Topics

@Suite struct ReadingPathTests {
  /// One topic of ten papers, nearest to its middle first.
  private func path(lessTypical: Set<Int>) -> [Step] {
    let papers = Array(0..<10)
    let vectors = Vectors(values: papers.flatMap { [1, Float($0) / 10] }, dimension: 2)
    let memberships = papers.map { [Membership(topic: 0, weight: 1 - Float($0) / 20)] }
    return ReadingPath(
      clustering: Clustering(vectors: vectors, groups: Grouping(one: 10)), memberships: memberships,
      isLessTypical: papers.map(lessTypical.contains)
    ).through(papers)
  }

  @Test func aPathBeginsInTheMiddleAndEndsFarOut() {
    let steps = path(lessTypical: [])
    #expect(steps.first == Step(.start, paper: 0))
    #expect(steps.last == Step(.edge, paper: 8))
  }

  @Test func anEdgeCaseIsNoStray() {
    #expect(path(lessTypical: [7, 8, 9]).last == Step(.edge, paper: 6))
  }
}
