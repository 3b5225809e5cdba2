import CLanes
import Parallel

extension TermMatrix {
  /// This sparse matrix times the dense `block`, whose height is this width.
  func times(_ block: DenseBlock, slices: Slices) -> DenseBlock {
    let width = block.width
    // One slice where one thread does all, which spares joining them.
    let parts = slices.map(height, sliceSize: slices.threads == 1 ? height : max(256, height / 64 + 1)) { rows in
      [Float](unsafeUninitializedCapacity: rows.count * width) { product, count in
        columns.withUnsafeBufferPointer { columns in
          values.withUnsafeBufferPointer { values in
            for row in rows {
              let entries = offsets[row]..<offsets[row + 1]
              lanes_combination(
                UnsafeBufferPointer(rebasing: columns[entries]).baseAddress,
                UnsafeBufferPointer(rebasing: values[entries]).baseAddress, entries.count, block.values, block.stride,
                UnsafeMutableBufferPointer(rebasing: product[((row - rows.lowerBound) * width)...]).baseAddress)
            }
          }
        }
        count = rows.count * width
      }
    }
    return DenseBlock(values: parts.count == 1 ? parts[0] : parts.flatMap { $0 }, stride: block.stride)
  }
}
