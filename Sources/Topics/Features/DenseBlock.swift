/// A tall dense matrix, row-major, its rows padded to whole vectors of eight.
struct DenseBlock: Sendable {
  typealias Lane = SIMD8<Float>

  var lanes: [Lane]
  /// Vectors of eight per row.
  var stride: Int

  /// Number of rows.
  var height: Int { lanes.count / stride }
  /// Number of columns, padding included.
  var width: Int { stride * 8 }

  /// Entries drawn from a normal distribution.
  init(height: Int, stride: Int, generator: inout SeededGenerator) {
    self.stride = stride
    lanes = []
    lanes.reserveCapacity(height * stride)
    for _ in 0..<height * stride {
      var lane = Lane()
      for column in 0..<8 { lane[column] = generator.normal() }
      lanes.append(lane)
    }
  }

  init(lanes: [Lane], stride: Int) {
    self.lanes = lanes
    self.stride = stride
  }

  /// The rows of `vectors`, padded with zeros.
  init(_ vectors: Vectors) {
    stride = max(1, (vectors.dimension + 7) / 8)
    lanes = [Lane](repeating: Lane(), count: vectors.count * stride)
    for row in 0..<vectors.count {
      for column in 0..<vectors.dimension {
        lanes[row * stride + column / 8][column % 8] = vectors.values[row * vectors.dimension + column]
      }
    }
  }

  /// The inner products of the columns: `width` by `width`, row-major.
  func gram() -> [Double] {
    var total = [Double](repeating: 0, count: width * width)
    var partial = [Lane](repeating: Lane(), count: width * stride)
    lanes.withUnsafeBufferPointer { lanes in
      // Short runs are summed in single precision, the runs in double.
      for first in Swift.stride(from: 0, to: height, by: 256) {
        for row in first..<min(height, first + 256) {
          for column in 0..<width {
            let factor = lanes[row * stride + column / 8][column % 8]
            for lane in column / 8..<stride { partial[column * stride + lane] += factor * lanes[row * stride + lane] }
          }
        }
        for index in partial.indices {
          for part in 0..<8 { total[index * 8 + part] += Double(partial[index][part]) }
          partial[index] = Lane()
        }
      }
    }
    for row in 0..<width {
      for column in 0..<row { total[row * width + column] = total[column * width + row] }
    }
    return total
  }

  /// This matrix times `matrix`, which is `width` by `width`, row-major.
  func times(_ matrix: [Double]) -> DenseBlock {
    var factors = [Lane](repeating: Lane(), count: width * stride)
    for index in matrix.indices { factors[index / 8][index % 8] = Float(matrix[index]) }
    var product = [Lane](repeating: Lane(), count: lanes.count)
    product.withUnsafeMutableBufferPointer { product in
      lanes.withUnsafeBufferPointer { lanes in
        factors.withUnsafeBufferPointer { factors in
          for row in 0..<height {
            for column in 0..<width {
              let factor = lanes[row * stride + column / 8][column % 8]
              for lane in 0..<stride { product[row * stride + lane] += factor * factors[column * stride + lane] }
            }
          }
        }
      }
    }
    return DenseBlock(lanes: product, stride: stride)
  }
}
