import Parallel

extension TermMatrix {
  /// This sparse matrix times the dense `block`, whose height is this width.
  func times(_ block: DenseBlock, slices: Slices) -> DenseBlock {
    let stride = block.stride
    let parts = slices.map(height, sliceSize: max(256, height / 64 + 1)) { rows in
      var product = [DenseBlock.Lane](repeating: DenseBlock.Lane(), count: rows.count * stride)
      product.withUnsafeMutableBufferPointer { product in
        block.lanes.withUnsafeBufferPointer { lanes in
          for row in rows {
            let target = (row - rows.lowerBound) * stride
            for entry in offsets[row]..<offsets[row + 1] {
              let source = Int(columns[entry]) * stride
              let value = values[entry]
              for lane in 0..<stride { product[target + lane] += value * lanes[source + lane] }
            }
          }
        }
      }
      return product
    }
    return DenseBlock(lanes: parts.count == 1 ? parts[0] : Array(parts.joined()), stride: stride)
  }
}
