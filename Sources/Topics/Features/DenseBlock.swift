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
    self.init(vectors, rows: 0..<vectors.count)
  }

  /// Some rows of `vectors` in the given order, padded with zeros.
  init(_ vectors: Vectors, rows: some Collection<Int>) {
    let (dimension, width) = (vectors.dimension, max(1, (vectors.dimension + 7) / 8))
    stride = width
    lanes = [Lane](unsafeUninitializedCapacity: rows.count * width) { lanes, count in
      count = rows.count * width
      lanes.update(repeating: Lane())
      let numbers = UnsafeMutableRawBufferPointer(lanes).assumingMemoryBound(to: Float.self)
      vectors.values.withUnsafeBufferPointer { values in
        for (number, row) in rows.enumerated() {
          for column in 0..<dimension { numbers[number * width * 8 + column] = values[row * dimension + column] }
        }
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
        partial.withUnsafeMutableBufferPointer { addProducts(lanes, first..<min(height, first + 256), to: $0) }
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

  /// Adds the outer products of `rows` with themselves to `sums`, four rows at a time.
  private func addProducts(
    _ lanes: UnsafeBufferPointer<Lane>, _ rows: Range<Int>, to sums: UnsafeMutableBufferPointer<Lane>
  ) {
    let numbers = UnsafeRawBufferPointer(lanes).assumingMemoryBound(to: Float.self)
    var row = rows.lowerBound
    while row + 4 <= rows.upperBound {
      let (a, b, c, d) = (row * stride, (row + 1) * stride, (row + 2) * stride, (row + 3) * stride)
      for column in 0..<width {
        let (f, g, h, i) = (numbers[a * 8 + column], numbers[b * 8 + column], numbers[c * 8 + column], numbers[d * 8 + column])
        for lane in column / 8..<stride {
          var sum = sums[column * stride + lane]
          sum += f * lanes[a + lane]
          sum += g * lanes[b + lane]
          sum += h * lanes[c + lane]
          sum += i * lanes[d + lane]
          sums[column * stride + lane] = sum
        }
      }
      row += 4
    }
    for row in row..<rows.upperBound {
      for column in 0..<width {
        let factor = numbers[row * stride * 8 + column]
        for lane in column / 8..<stride { sums[column * stride + lane] += factor * lanes[row * stride + lane] }
      }
    }
  }

  /// This matrix times `matrix`, which is `width` by `width`, row-major.
  func times(_ matrix: [Double]) -> DenseBlock {
    var factors = [Lane](repeating: Lane(), count: width * stride)
    for index in matrix.indices { factors[index / 8][index % 8] = Float(matrix[index]) }
    let product = [Lane](unsafeUninitializedCapacity: lanes.count) { product, count in
      lanes.withUnsafeBufferPointer { lanes in
        factors.withUnsafeBufferPointer { factors in
          for row in Swift.stride(from: 0, to: height, by: 4) { multiply(row, lanes, factors, into: product) }
        }
      }
      count = lanes.count
    }
    return DenseBlock(lanes: product, stride: stride)
  }

  /// Four rows of the product; near the end, the last row again in place of those that are not there.
  private func multiply(
    _ row: Int, _ lanes: UnsafeBufferPointer<Lane>, _ factors: UnsafeBufferPointer<Lane>,
    into product: UnsafeMutableBufferPointer<Lane>
  ) {
    let numbers = UnsafeRawBufferPointer(lanes).assumingMemoryBound(to: Float.self)
    let last = height - 1
    let (a, b, c, d) = (row * stride, min(row + 1, last) * stride, min(row + 2, last) * stride, min(row + 3, last) * stride)
    for lane in 0..<stride {
      var (p, q, r, s) = (Lane(), Lane(), Lane(), Lane())
      for column in 0..<width {
        let factor = factors[column * stride + lane]
        p += numbers[a * 8 + column] * factor
        q += numbers[b * 8 + column] * factor
        r += numbers[c * 8 + column] * factor
        s += numbers[d * 8 + column] * factor
      }
      (product[a + lane], product[b + lane], product[c + lane], product[d + lane]) = (p, q, r, s)
    }
  }
}
