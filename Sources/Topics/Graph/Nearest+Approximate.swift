import Parallel

extension Nearest {
  /// Papers up to this number are compared one with another.
  static let mostForExact = 6_000

  /// The nearest papers, exact in collections of ordinary size.
  init(_ vectors: Vectors, width: Int, slices: Slices) {
    if vectors.count <= Self.mostForExact {
      self.init(exact: vectors, width: width, slices: slices)
    } else {
      self.init(approximate: vectors, width: width, slices: slices)
    }
  }

  /// Compares each paper with those of the nearest lists of an inverted file (Sivic and Zisserman 2003), the papers by
  /// the nearest of some hundred middles; then with the neighbours of its neighbours (Dong, Charikar and Li 2011).
  ///
  /// - Parameter probes: lists that are searched for the papers of one; where nil, a fifth of them, 24 at most.
  init(approximate vectors: Vectors, width: Int, probes: Int? = nil, slices: Slices) {
    let found = Self.amongLists(of: vectors, width: width, probes: probes, slices: slices)
    self = found.mutual(slices).askingNeighbours(DenseBlock(vectors), slices)
  }

  /// The nearest papers among those of the nearest lists.
  private static func amongLists(of vectors: Vectors, width: Int, probes: Int?, slices: Slices) -> Nearest {
    let file = InvertedFile(vectors, slices: slices)
    let probes = probes ?? min(24, max(12, file.lists.count / 5))
    let parts = slices.map(file.lists.count, sliceSize: 1) { range in
      file.search(range.lowerBound, width: width, probes: probes)
    }
    var papers = [Int32](repeating: -1, count: vectors.count * width)
    var similarities = [Float](repeating: 0, count: vectors.count * width)
    for (list, found) in zip(file.lists, parts) {
      for (row, paper) in list.enumerated() {
        for place in 0..<width {
          papers[paper * width + place] = found.papers[row * width + place]
          similarities[paper * width + place] = found.similarities[row * width + place]
        }
      }
    }
    return Nearest(width: width, papers: papers, similarities: similarities)
  }
}
