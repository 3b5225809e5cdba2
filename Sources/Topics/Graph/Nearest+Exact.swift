import Parallel

extension Nearest {
  /// Compares every paper with every other one.
  init(exact vectors: Vectors, width: Int, slices: Slices) {
    let block = DenseBlock(vectors)
    let width = min(width, max(0, vectors.count - 1))
    let parts = slices.map(vectors.count, sliceSize: 64) { rows in
      NearestScan(width: width, stride: block.stride).search(rows, in: block)
    }
    self.init(width: width, papers: parts.flatMap(\.papers), similarities: parts.flatMap(\.similarities))
  }
}

/// The inner loop of the search: rows against candidates, four rows at a time.
struct NearestScan {
  let width: Int
  let stride: Int

  /// The neighbours of `rows` of `block` among all rows of `block`.
  func search(_ rows: Range<Int>, in block: DenseBlock) -> Nearest {
    guard width > 0 else { return Nearest(width: 0, papers: [], similarities: []) }
    var found = Nearest(width: width, papers: [], similarities: [])
    block.lanes.withUnsafeBufferPointer { lanes in
      for start in Swift.stride(from: rows.lowerBound, to: rows.upperBound, by: 4) {
        let last = min(start + 4, rows.upperBound) - 1
        var lists = [NearestList](repeating: NearestList(width: width), count: 4)
        scan((start, min(start + 1, last), min(start + 2, last), min(start + 3, last)), lanes, &lists)
        for list in lists.prefix(last - start + 1) {
          found.papers += list.papers
          found.similarities += list.similarities
        }
      }
    }
    return found
  }

  private func scan(
    _ rows: (Int, Int, Int, Int), _ lanes: UnsafeBufferPointer<DenseBlock.Lane>, _ lists: inout [NearestList]
  ) {
    let (row0, row1, row2, row3) = (rows.0 * stride, rows.1 * stride, rows.2 * stride, rows.3 * stride)
    lists.withUnsafeMutableBufferPointer { lists in
      for other in 0..<lanes.count / stride {
        var (a, b, c, d) = (DenseBlock.Lane(), DenseBlock.Lane(), DenseBlock.Lane(), DenseBlock.Lane())
        let start = other * stride
        for lane in 0..<stride {
          let value = lanes[start + lane]
          a += value * lanes[row0 + lane]
          b += value * lanes[row1 + lane]
          c += value * lanes[row2 + lane]
          d += value * lanes[row3 + lane]
        }
        if other != rows.0 { lists[0].offer(other, a.sum()) }
        if other != rows.1 { lists[1].offer(other, b.sum()) }
        if other != rows.2 { lists[2].offer(other, c.sum()) }
        if other != rows.3 { lists[3].offer(other, d.sum()) }
      }
    }
  }
}
