import Foundation
import Parallel

/// Latent semantic analysis (Deerwester et al. 1990): papers as short dense vectors.
enum LatentSemantics {
  /// Columns beyond the wanted ones that make the random projection reliable.
  private static let oversamples = 8
  private static let powerIterations = 4

  /// Papers as sums of the vectors of their words, scaled to unit length.
  ///
  /// The words' vectors are the rows of V·S of a truncated singular value decomposition by randomized subspace
  /// iteration (Halko, Martinsson, Tropp 2011), each divided by the square root of its length, so that words of
  /// middling frequency have their say beside the frequent ones. Papers without any feature stay all zero.
  ///
  /// - Parameter dimension: columns; fewer where the papers span less.
  static func vectors(
    of matrix: TermMatrix, dimension: Int, generator: inout SeededGenerator, slices: Slices
  ) -> Vectors {
    guard matrix.height > 0, !matrix.values.isEmpty else { return .zero(rows: matrix.height, dimension: 1) }
    let transposed = matrix.transposed()
    let stride = (dimension + oversamples + 7) / 8
    var basis = DenseBlock(height: matrix.height, stride: stride, generator: &generator)
    for _ in 0..<powerIterations {
      basis = matrix.times(transposed.times(basis, slices: slices), slices: slices)
      basis.orthonormalise()
    }
    let projected = transposed.times(basis, slices: slices)
    let (values, rotation) = Eigen.symmetric(projected.gram(), size: projected.width)
    let rank = values.prefix { $0 > 1e-8 * values[0] }.count
    var words = projected.times(rotation).keeping(columns: max(1, min(dimension, rank)))
    words.dampLengths()
    return Vectors(unitRowsOf: matrix.times(words, slices: slices), dimension: max(1, min(dimension, rank)))
  }
}

extension DenseBlock {
  private static let damping: Float = 0.6

  /// Makes the columns orthonormal.
  fileprivate mutating func orthonormalise() {
    self = times(Eigen.orthonormaliser(gram: gram(), size: width))
  }

  /// The first columns alone, padded with zeros.
  fileprivate func keeping(columns: Int) -> DenseBlock {
    let narrow = (columns + 7) / 8 * 8
    var kept = [Float](repeating: 0, count: height * narrow)
    for row in 0..<height {
      for column in 0..<columns { kept[row * narrow + column] = values[row * width + column] }
    }
    return DenseBlock(values: kept, stride: narrow / 8)
  }

  /// Divides each row by a power of its length.
  fileprivate mutating func dampLengths() {
    for row in 0..<height {
      let columns = row * width..<(row + 1) * width
      var square: Float = 0
      for column in columns { square += values[column] * values[column] }
      let length = square.squareRoot()
      guard length > 1e-12 else { continue }
      let scale = 1 / pow(length, Self.damping)
      for column in columns { values[column] *= scale }
    }
  }
}

extension Vectors {
  /// The first `dimension` columns of a block, each row scaled to unit length.
  fileprivate init(unitRowsOf block: DenseBlock, dimension: Int) {
    self.init(values: [], dimension: dimension)
    values.reserveCapacity(block.height * dimension)
    for row in 0..<block.height {
      values += block.values[row * block.width..<row * block.width + dimension]
      normaliseRow(row)
    }
  }
}
