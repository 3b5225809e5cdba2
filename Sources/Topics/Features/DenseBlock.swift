import CLanes

/// A tall dense matrix, row-major, its rows padded to whole lanes of eight numbers.
struct DenseBlock: Sendable {
  var values: [Float]
  /// Lanes per row.
  let stride: Int

  /// Number of rows.
  var height: Int { values.count / width }
  /// Number of columns, padding included.
  var width: Int { stride * 8 }

  /// - Parameter values: row after row, `stride` times eight numbers each.
  init(values: [Float], stride: Int) {
    self.values = values
    self.stride = stride
  }

  /// Entries drawn from a normal distribution.
  init(height: Int, stride: Int, generator: inout SeededGenerator) {
    self.init(values: (0..<height * stride * 8).map { _ in generator.normal() }, stride: stride)
  }

  /// The rows of `vectors`, padded with zeros.
  init(_ vectors: Vectors) { self.init(vectors, rows: 0..<vectors.count) }

  /// Some rows of `vectors` in the given order, padded with zeros.
  init(_ vectors: Vectors, rows: some Collection<Int>) {
    let dimension = vectors.dimension
    let width = max(1, (dimension + 7) / 8) * 8
    let values = [Float](unsafeUninitializedCapacity: rows.count * width) { values, count in
      vectors.values.withUnsafeBufferPointer { source in
        if dimension < width { values.initialize(repeating: 0) }
        var start = 0
        for row in rows {
          let target = UnsafeMutableBufferPointer(rebasing: values[start..<start + dimension])
          _ = target.initialize(from: UnsafeBufferPointer(rebasing: source[(row * dimension)..<(row + 1) * dimension]))
          start += width
        }
      }
      count = rows.count * width
    }
    self.init(values: values, stride: width / 8)
  }

  /// The inner products of the columns: `width` by `width`, row-major.
  func gram() -> [Double] {
    var total = [Double](repeating: 0, count: width * width)
    var partial = [Float](repeating: 0, count: width * width)
    values.withUnsafeBufferPointer { values in
      // Short runs are summed in single precision, the runs in double.
      for first in Swift.stride(from: 0, to: height, by: 256) {
        let rows = UnsafeBufferPointer(rebasing: values[(first * width)...])
        partial.withUnsafeMutableBufferPointer {
          lanes_add_squares(rows.baseAddress, min(256, height - first), stride, $0.baseAddress)
        }
        for index in partial.indices {
          total[index] += Double(partial[index])
          partial[index] = 0
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
    let factors = matrix.map { Float($0) }
    let product = [Float](unsafeUninitializedCapacity: values.count) { product, count in
      lanes_times(values, height, stride, factors, product.baseAddress)
      count = values.count
    }
    return DenseBlock(values: product, stride: stride)
  }

  /// The inner products of each row with two others, which are as long as the rows are without their padding: four
  /// numbers a row, of which the first two count.
  func products(with first: [Float], _ second: [Float]) -> [Float] {
    let padding = [Float](repeating: 0, count: width - first.count)
    let (a, b) = (first + padding, second + padding)
    return [Float](unsafeUninitializedCapacity: 4 * height) { products, count in
      lanes_products(a, b, a, b, values, height, stride, products.baseAddress)
      count = 4 * height
    }
  }
}
