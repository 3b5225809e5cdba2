import CLanes

/// The middles of topics, side by side for each column, so that one row's cosines with all of them are worked out at once,
/// each summed in the order of the columns.
struct TopicMiddles: Sendable {
  private let block: DenseBlock
  private let columns: [Int32]

  init(_ centroids: Vectors) {
    let (topics, dimension) = (centroids.count, centroids.dimension)
    let stride = (topics + 7) / 8
    var values = [Float](repeating: 0, count: stride * 8 * dimension)
    for topic in 0..<topics {
      for column in 0..<dimension {
        values[column * stride * 8 + topic] = centroids.values[topic * dimension + column]
      }
    }
    block = DenseBlock(values: values, stride: stride)
    columns = (0..<Int32(dimension)).map { $0 }
  }

  /// Room for the cosines of one row: whole lanes.
  var room: [Float] { [Float](repeating: 0, count: block.width) }

  /// Writes the cosines of `row` of `vectors` with each middle to `cosines`.
  func cosines(of row: Int, in vectors: Vectors, to cosines: inout [Float]) {
    vectors.values.withUnsafeBufferPointer { values in
      let own = UnsafeBufferPointer(rebasing: values[row * columns.count..<(row + 1) * columns.count])
      lanes_combination(columns, own.baseAddress, columns.count, block.values, block.stride, &cosines)
    }
  }
}
