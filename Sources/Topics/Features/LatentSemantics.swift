import Parallel

/// Latent semantic analysis (Deerwester et al. 1990): papers as short dense vectors.
enum LatentSemantics {
  /// Columns beyond the wanted ones that make the random projection reliable.
  private static let oversamples = 14
  private static let powerIterations = 4

  /// Rows of U·S of a truncated singular value decomposition, scaled to unit length.
  ///
  /// Randomized subspace iteration (Halko, Martinsson, Tropp 2011). `dimension` falls where the papers span less;
  /// papers without any feature stay all zero.
  static func vectors(
    of matrix: TermMatrix, dimension: Int, generator: inout SeededGenerator, slices: Slices
  ) -> Vectors {
    guard matrix.height > 0, !matrix.values.isEmpty else { return .zero(rows: matrix.height, dimension: 1) }
    let transposed = matrix.transposed()
    let stride = (dimension + oversamples + 7) / 8
    var basis = matrix.times(
      DenseBlock(height: matrix.width, stride: stride, generator: &generator), slices: slices)
    basis.orthonormalise()
    for _ in 0..<powerIterations {
      basis = matrix.times(transposed.times(basis, slices: slices), slices: slices)
      basis.orthonormalise()
    }
    let size = basis.width
    let (values, vectors) = Eigen.symmetric(transposed.times(basis, slices: slices).gram(), size: size)
    var rotation = vectors
    for row in 0..<size {
      for column in 0..<size { rotation[row * size + column] *= max(0, values[column]).squareRoot() }
    }
    let rank = values.prefix { $0 > 1e-8 * values[0] }.count
    return rows(of: basis.times(rotation), dimension: max(1, min(dimension, rank)))
  }

  private static func rows(of block: DenseBlock, dimension: Int) -> Vectors {
    var values: [Float] = []
    values.reserveCapacity(block.height * dimension)
    var row = [Float](repeating: 0, count: dimension)
    for number in 0..<block.height {
      for column in 0..<dimension { row[column] = block.lanes[number * block.stride + column / 8][column % 8] }
      Vectors.normalise(&row)
      values += row
    }
    return Vectors(values: values, dimension: dimension)
  }
}

extension DenseBlock {
  /// Makes the columns orthonormal.
  fileprivate mutating func orthonormalise() {
    self = times(Eigen.orthonormaliser(gram: gram(), size: width))
  }
}
