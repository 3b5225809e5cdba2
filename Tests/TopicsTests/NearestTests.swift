import Parallel
import Testing

@testable import Topics

@Suite struct NearestTests {
  /// Unit vectors around a few centres.
  func vectors(_ count: Int) -> Vectors {
    var generator = SeededGenerator(seed: 3)
    let centres = (0..<20).map { _ in (0..<16).map { _ in generator.normal() } }
    var vectors = Vectors(values: [], dimension: 16)
    for row in 0..<count {
      vectors.values += centres[row % 20].map { $0 + 0.6 * generator.normal() }
      vectors.normaliseRow(row)
    }
    return vectors
  }

  @Test func neighboursComeNearestFirst() {
    let vectors = Vectors(values: [1, 0, 0.8, 0.6, 0, 1, -1, 0], dimension: 2)
    let nearest = Nearest(exact: vectors, width: 2, slices: Slices(threads: 1))
    #expect(nearest.papers == [1, -1, 0, 2, 1, -1, -1, -1])
  }

  @Test func anInvertedFileFindsNearlyAllNeighbours() {
    let vectors = vectors(1_600)
    let slices = Slices(threads: 2)
    let exact = Nearest(exact: vectors, width: 10, slices: slices)
    let approximate = Nearest(approximate: vectors, width: 10, probes: 5, slices: slices)
    #expect(approximate.recall(of: exact) >= 0.95)
  }
}
