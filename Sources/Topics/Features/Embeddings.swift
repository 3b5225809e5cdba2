import Papers

/// A publisher's own vectors of papers, from any model, to be joined with those that the words give.
public struct Embeddings: Sendable, Equatable {
  /// Numbers per row, at least 1.
  public let dimension: Int
  /// Row after row.
  private let values: [Float]
  private let rows: [String: Int]

  /// - Parameters:
  ///   - ids: of the papers, as the edition or the input names them, one per row; of two equal ones the first counts.
  ///   - values: row after row, all finite.
  public init(ids: [String], values: [Float]) {
    dimension = ids.isEmpty ? 1 : max(1, values.count / ids.count)
    self.values = values
    rows = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }

  /// True where there is a row for `paper`.
  public func holds(_ paper: Paper) -> Bool { row(of: paper) != nil }

  /// How many rows are those of no paper in `papers`.
  public func strays(_ papers: [Paper]) -> Int { rows.count - Set(papers.compactMap { row(of: $0) }).count }

  private func row(of paper: Paper) -> Int? {
    rows[paper.id.value] ?? paper.sourceID.flatMap { rows[$0] }
  }

  /// The rows of `papers`, seen from their common middle and scaled to unit length; all zero where there is none.
  func rows(of papers: [Paper]) -> Vectors {
    var rows = Vectors.zero(rows: papers.count, dimension: dimension)
    let found = papers.indices.compactMap { paper in row(of: papers[paper]).map { (paper: paper, row: $0) } }
    var middle = [Double](repeating: 0, count: dimension)
    for (_, row) in found { for column in 0..<dimension { middle[column] += Double(values[row * dimension + column]) } }
    for column in 0..<dimension { middle[column] /= Double(max(1, found.count)) }
    for (paper, row) in found {
      for column in 0..<dimension {
        rows.values[paper * dimension + column] = Float(Double(values[row * dimension + column]) - middle[column])
      }
      rows.normaliseRow(paper)
    }
    return rows
  }
}

extension Vectors {
  /// Each row followed by that of `other`, so that a cosine is the mean of both; a row without the one has the other.
  func joined(with other: Vectors) -> Vectors {
    let width = dimension + other.dimension
    var joined = Vectors.zero(rows: count, dimension: width)
    for row in 0..<count {
      for column in 0..<dimension { joined.values[row * width + column] = values[row * dimension + column] }
      for column in 0..<other.dimension {
        joined.values[row * width + dimension + column] = other.values[row * other.dimension + column]
      }
      joined.normaliseRow(row)
    }
    return joined
  }
}
