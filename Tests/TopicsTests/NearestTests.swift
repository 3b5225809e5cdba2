import Foundation
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

  @Test func copiesDoNotGatherInOneLongList() {
    let vectors = Vectors(values: (0..<3_000).flatMap { _ in [Float(0.6), 0.8] }, dimension: 2)
    let file = InvertedFile(vectors, slices: Slices(threads: 2))
    #expect(file.lists.joined().sorted() == Array(0..<3_000))
    #expect(file.lists.map(\.count).max() ?? 0 <= 480)
  }

  @Test func neighboursOfNeighboursAreFound() {
    // On a half circle, each paper knows the next ones alone.
    let angles = (0..<40).map { Double($0) * .pi / 40 }
    let vectors = Vectors(values: angles.flatMap { [Float(cos($0)), Float(sin($0))] }, dimension: 2)
    let exact = Nearest(exact: vectors, width: 4, slices: Slices(threads: 1))
    var known = Nearest(width: 4, papers: [], similarities: [])
    for paper in 0..<40 {
      let next = paper + 1 < 40 ? paper + 1 : -1
      known.papers += [Int32(next), -1, -1, -1]
      known.similarities += [next < 0 ? 0 : Vectors.dot(vectors[paper], vectors[next]), 0, 0, 0]
    }
    #expect(known.recall(of: exact) < 0.3)
    let slices = Slices(threads: 2)
    let found = known.mutual(slices).askingNeighbours(DenseBlock(vectors), slices)
    #expect(found.recall(of: exact) > 0.9)
  }

  @Test func rowsThatShareTooLittleHaveNoCosine() {
    let words = [
      "graph walk tree clique", "graph walk tree clique", "voice pitch vowel", "graph voice", "graph walk tree vowel",
      "graph walk", "tree clique voice", "pitch", "", "vowel graph walk tree clique",
    ]
    let matrix = TermMatrix(Corpus(words.map { paper($0) }), slices: .init(threads: 1))
    for a in words.indices {
      for b in words.indices {
        let (x, y) = (matrix.offsets[a]..<matrix.offsets[a + 1], matrix.offsets[b]..<matrix.offsets[b + 1])
        var expected: Float = 0
        for i in x {
          for j in y where matrix.columns[i] == matrix.columns[j] { expected += matrix.values[i] * matrix.values[j] }
        }
        for least: Float in [0.1, 0.5, 0.85] {
          let cosine = matrix.cosine(a, b, above: least)
          #expect(cosine.map { abs($0 - expected) < 1e-4 } ?? (expected < least))
        }
      }
    }
  }
}
