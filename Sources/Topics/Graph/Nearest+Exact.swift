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

  /// The neighbours of `rows` of `block` among all rows of `block`, or those of some `ranges`.
  func search(
    _ rows: some RandomAccessCollection<Int>, in block: DenseBlock, among ranges: [Range<Int>]? = nil
  ) -> Nearest {
    guard width > 0 else { return Nearest(width: 0, papers: [], similarities: []) }
    let rows = Array(rows)
    // Short runs, so that few products are kept at a time.
    let runs = (ranges ?? [0..<block.height]).flatMap { range in
      Swift.stride(from: range.lowerBound, to: range.upperBound, by: Self.batch).map {
        $0..<min($0 + Self.batch, range.upperBound)
      }
    }
    var found = Nearest(width: width, papers: [], similarities: [])
    found.papers.reserveCapacity(rows.count * width)
    found.similarities.reserveCapacity(rows.count * width)
    var products = [Float](repeating: 0, count: 4 * Self.batch)
    var places = [Int32](repeating: 0, count: Self.batch)
    var lists = [NearestList](repeating: NearestList(width: width), count: 4)
    for start in Swift.stride(from: 0, to: rows.count, by: 4) {
      // Where four do not go in evenly, the last one stands in for those that are missing.
      let four = (0..<4).map { rows[min(start + $0, rows.count - 1)] }
      scan(four, block, runs, &products, &places, &lists)
      for list in lists.prefix(rows.count - start) { list.append(to: &found) }
    }
    return found
  }

  private func scan(
    _ rows: [Int], _ block: DenseBlock, _ runs: [Range<Int>], _ products: inout [Float], _ places: inout [Int32],
    _ lists: inout [NearestList]
  ) {
    let width = block.width
    block.values.withUnsafeBufferPointer { values in
      lists.withUnsafeMutableBufferPointer { lists in
        for row in 0..<4 { lists[row].clear() }
        let starts = rows.map { UnsafeBufferPointer(rebasing: values[($0 * width)...]).baseAddress }
        var thresholds: [Float] = [0, 0, 0, 0]
        for run in runs {
          let others = UnsafeBufferPointer(rebasing: values[(run.lowerBound * width)...]).baseAddress
          let found = lanes_products_above(
            thresholds, starts[0], starts[1], starts[2], starts[3], others, run.count, block.stride, &products, &places)
          for place in 0..<found {
            let other = run.lowerBound + Int(places[place])
            for row in 0..<4 where other != rows[row] { lists[row].offer(other, products[4 * place + row]) }
          }
          if found > 0 { for row in 0..<4 { thresholds[row] = lists[row].threshold } }
        }
      }
    }
  }
}
