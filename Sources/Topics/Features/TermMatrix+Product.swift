import Parallel

extension TermMatrix {
  /// This sparse matrix times the dense `block`, whose height is this width.
  func times(_ block: DenseBlock, slices: Slices) -> DenseBlock {
    let stride = block.stride
    let parts = slices.map(height, sliceSize: max(256, height / 64 + 1)) { rows in
      [DenseBlock.Lane](unsafeUninitializedCapacity: rows.count * stride) { product, count in
        block.lanes.withUnsafeBufferPointer { lanes in
          for row in rows {
            let target = UnsafeMutableBufferPointer(
              rebasing: product[(row - rows.lowerBound) * stride..<(row - rows.lowerBound + 1) * stride])
            multiply(offsets[row]..<offsets[row + 1], lanes, stride: stride, into: target)
          }
        }
        count = rows.count * stride
      }
    }
    return DenseBlock(lanes: parts.count == 1 ? parts[0] : Array(parts.joined()), stride: stride)
  }

  /// One row of the product, of which three lanes at a time stay in registers.
  private func multiply(
    _ entries: Range<Int>, _ lanes: UnsafeBufferPointer<DenseBlock.Lane>, stride: Int,
    into target: UnsafeMutableBufferPointer<DenseBlock.Lane>
  ) {
    columns.withUnsafeBufferPointer { columns in
      values.withUnsafeBufferPointer { values in
        var lane = 0
        while lane + 3 <= stride {
          var (a, b, c) = (DenseBlock.Lane(), DenseBlock.Lane(), DenseBlock.Lane())
          for entry in entries {
            let source = Int(columns[entry]) * stride + lane
            let value = values[entry]
            a += value * lanes[source]
            b += value * lanes[source + 1]
            c += value * lanes[source + 2]
          }
          (target[lane], target[lane + 1], target[lane + 2]) = (a, b, c)
          lane += 3
        }
        for lane in lane..<stride {
          var sum = DenseBlock.Lane()
          for entry in entries { sum += values[entry] * lanes[Int(columns[entry]) * stride + lane] }
          target[lane] = sum
        }
      }
    }
  }
}
