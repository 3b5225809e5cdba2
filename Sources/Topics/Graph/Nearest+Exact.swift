import CLanes
import Parallel

extension Nearest {
  /// Compares every paper with every other one.
  init(exact vectors: Vectors, width: Int, slices: Slices) {
    let block = DenseBlock(vectors)
    let width = min(width, max(0, vectors.count - 1))
    let parts = slices.map(vectors.count, sliceSize: 64) { rows in
      NearestScan(width: width).search(rows, in: block)
    }
    self.init(width: width, papers: parts.flatMap(\.papers), similarities: parts.flatMap(\.similarities))
  }
}

/// The inner loop of the search: rows against candidates, four rows at a time.
struct NearestScan {
  let width: Int

  /// Candidates whose products are worked out before any is looked at.
  private static let batch = 64

  /// The neighbours of `rows` of `block` among all rows of `block`.
  func search(_ rows: some RandomAccessCollection<Int>, in block: DenseBlock) -> Nearest {
    guard width > 0 else { return Nearest(width: 0, papers: [], similarities: []) }
    let rows = Array(rows)
    var found = Nearest(width: width, papers: [], similarities: [])
    found.papers.reserveCapacity(rows.count * width)
    found.similarities.reserveCapacity(rows.count * width)
    var products = [Float](repeating: 0, count: 4 * Self.batch)
    for start in Swift.stride(from: 0, to: rows.count, by: 4) {
      // Where four do not go in evenly, the last one stands in for those that are missing.
      let four = (0..<4).map { rows[min(start + $0, rows.count - 1)] }
      let lists = scan(four, block, &products)
      for list in lists.prefix(rows.count - start) {
        found.papers += list.papers
        found.similarities += list.similarities
      }
    }
    return found
  }

  private func scan(_ rows: [Int], _ block: DenseBlock, _ products: inout [Float]) -> [NearestList] {
    var lists = [NearestList](repeating: NearestList(width: width), count: 4)
    let width = block.width
    let count = block.height
    block.values.withUnsafeBufferPointer { values in
      products.withUnsafeMutableBufferPointer { products in
        lists.withUnsafeMutableBufferPointer { lists in
          let starts = rows.map { UnsafeBufferPointer(rebasing: values[($0 * width)...]).baseAddress }
          for first in Swift.stride(from: 0, to: count, by: Self.batch) {
            let size = min(Self.batch, count - first)
            lanes_products(
              starts[0], starts[1], starts[2], starts[3],
              UnsafeBufferPointer(rebasing: values[(first * width)...]).baseAddress, size, block.stride,
              products.baseAddress)
            for row in 0..<4 {
              for other in 0..<size where products[4 * other + row] > lists[row].threshold {
                if first + other != rows[row] { lists[row].offer(first + other, products[4 * other + row]) }
              }
            }
          }
        }
      }
    }
    return lists
  }
}
