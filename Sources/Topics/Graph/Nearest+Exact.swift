import Parallel

extension Nearest {
  /// Compares every paper with every other one.
  init(exact vectors: Vectors, width: Int, slices: Slices) {
    let count = vectors.count
    let block = DenseBlock(vectors)
    let width = min(width, max(0, count - 1))
    let parts = slices.map(count, sliceSize: 64) { rows in
      Nearest.search(rows, in: block, width: width)
    }
    self.init(width: width, papers: parts.flatMap(\.papers), similarities: parts.flatMap(\.similarities))
  }

  /// The neighbours of `rows` among all rows of `block`, four rows at a time.
  private static func search(_ rows: Range<Int>, in block: DenseBlock, width: Int) -> Nearest {
    guard width > 0 else { return Nearest(width: 0, papers: [], similarities: []) }
    var found = Nearest(width: width, papers: [], similarities: [])
    block.lanes.withUnsafeBufferPointer { lanes in
      for first in Swift.stride(from: rows.lowerBound, to: rows.upperBound, by: 4) {
        let last = min(first + 4, rows.upperBound) - 1
        let four = [first, min(first + 1, last), min(first + 2, last), min(first + 3, last)]
        var lists = [NearestList](repeating: NearestList(width: width), count: 4)
        scan(four, lanes, stride: block.stride, &lists)
        for row in first...last {
          found.papers += lists[row - first].papers
          found.similarities += lists[row - first].similarities
        }
      }
    }
    return found
  }

  private static func scan(
    _ rows: [Int], _ lanes: UnsafeBufferPointer<DenseBlock.Lane>, stride: Int, _ lists: inout [NearestList]
  ) {
    let (row0, row1, row2, row3) = (rows[0] * stride, rows[1] * stride, rows[2] * stride, rows[3] * stride)
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
      if other != rows[0] { lists[0].offer(other, a.sum()) }
      if other != rows[1] { lists[1].offer(other, b.sum()) }
      if other != rows[2] { lists[2].offer(other, c.sum()) }
      if other != rows[3] { lists[3].offer(other, d.sum()) }
    }
  }
}
