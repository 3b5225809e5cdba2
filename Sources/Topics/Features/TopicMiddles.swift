/// The middles of topics, eight topics to a lane: column after column, padded with zeros.
///
/// One row's cosines with all of them are worked out at once, each summed in the order of the columns.
struct TopicMiddles: Sendable {
  private let middles: [SIMD8<Float>]
  private let lanes: Int

  init(_ centroids: Vectors) {
    let (topics, dimension) = (centroids.count, centroids.dimension)
    let lanes = (topics + 7) / 8
    var middles = [SIMD8<Float>](repeating: SIMD8(), count: lanes * dimension)
    for topic in 0..<topics {
      for column in 0..<dimension {
        middles[column * lanes + topic / 8][topic % 8] = centroids.values[topic * dimension + column]
      }
    }
    self.middles = middles
    self.lanes = lanes
  }

  /// Writes the cosines of `row` of `vectors` with each middle to `cosines`, which has room for whole lanes.
  func cosines(of row: Int, in vectors: Vectors, to cosines: inout [SIMD8<Float>]) {
    let (dimension, lanes) = (vectors.dimension, lanes)
    vectors.values.withUnsafeBufferPointer { values in
      middles.withUnsafeBufferPointer { middles in
        cosines.withUnsafeMutableBufferPointer { sums in
          for lane in 0..<lanes { sums[lane] = SIMD8() }
          for column in 0..<dimension {
            let value = values[row * dimension + column]
            for lane in 0..<lanes { sums[lane] += value * middles[column * lanes + lane] }
          }
        }
      }
    }
  }

  /// Room for the cosines of one row.
  var room: [SIMD8<Float>] { [SIMD8<Float>](repeating: SIMD8(), count: lanes) }
}
