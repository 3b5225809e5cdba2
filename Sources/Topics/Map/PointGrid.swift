/// Points of the sheet by square cells, to find those nearby.
struct PointGrid {
  private let cell: Float
  private let columns: Int
  private let rows: Int
  /// The cell of each point.
  let cells: [Int32]
  /// Points of cell `c` are `order[offsets[c]..<offsets[c + 1]]`, ascending.
  private let offsets: [Int]
  private let order: [Int32]

  init(_ points: [MapPoint], cell: Float) {
    self.cell = cell
    let columns = Int(MapSheet.width / cell) + 1
    let rows = Int(MapSheet.height / cell) + 1
    self.columns = columns
    self.rows = rows
    cells = points.map { point in
      Int32(min(rows - 1, max(0, Int(point.y / cell))) * columns + min(columns - 1, max(0, Int(point.x / cell))))
    }
    var offsets = [Int](repeating: 0, count: columns * rows + 1)
    for cell in cells { offsets[Int(cell) + 1] += 1 }
    for cell in 0..<columns * rows { offsets[cell + 1] += offsets[cell] }
    var next = offsets
    var order = [Int32](repeating: 0, count: points.count)
    for (point, cell) in cells.enumerated() {
      order[next[Int(cell)]] = Int32(point)
      next[Int(cell)] += 1
    }
    self.offsets = offsets
    self.order = order
  }

  /// Number of cells.
  var count: Int { columns * rows }

  /// How many points a cell has.
  func size(of cell: Int) -> Int { offsets[cell + 1] - offsets[cell] }

  /// The points of a cell, ascending.
  func points(in cell: Int) -> ArraySlice<Int32> { order[offsets[cell]..<offsets[cell + 1]] }

  /// The cells that a rectangle touches, row by row.
  @inline(__always)
  func rowsOfCells(left: Float, top: Float, right: Float, bottom: Float) -> some Sequence<Range<Int>> {
    let firstColumn = min(columns - 1, max(0, Int(left / cell)))
    let lastColumn = min(columns - 1, max(0, Int(right / cell)))
    return (min(rows - 1, max(0, Int(top / cell)))...min(rows - 1, max(0, Int(bottom / cell)))).lazy.map { row in
      row * columns + firstColumn..<row * columns + lastColumn + 1
    }
  }

  /// Calls `body` with every point in neighbouring cells of one row.
  @inline(__always)
  func forEach(in cells: Range<Int>, _ body: (Int) -> Void) {
    order.withUnsafeBufferPointer { order in
      for place in offsets[cells.lowerBound]..<offsets[cells.upperBound] { body(Int(order[place])) }
    }
  }

  /// Calls `body` with every point in the cells that a rectangle touches.
  @inline(__always)
  func forEach(left: Float, top: Float, right: Float, bottom: Float, _ body: (Int) -> Void) {
    for cells in rowsOfCells(left: left, top: top, right: right, bottom: bottom) { forEach(in: cells, body) }
  }
}
