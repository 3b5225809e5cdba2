/// Points of the sheet by square cells, to find those nearby.
struct PointGrid {
  private let cell: Float
  private let columns: Int
  private let rows: Int
  /// Points of cell `c` are `order[offsets[c]..<offsets[c + 1]]`, ascending.
  private let offsets: [Int]
  private let order: [Int32]

  init(_ points: [MapPoint], cell: Float) {
    self.cell = cell
    let columns = Int(MapSheet.width / cell) + 1
    let rows = Int(MapSheet.height / cell) + 1
    self.columns = columns
    self.rows = rows
    let cells = points.map { point in
      min(rows - 1, max(0, Int(point.y / cell))) * columns + min(columns - 1, max(0, Int(point.x / cell)))
    }
    var offsets = [Int](repeating: 0, count: columns * rows + 1)
    for cell in cells { offsets[cell + 1] += 1 }
    for cell in 0..<columns * rows { offsets[cell + 1] += offsets[cell] }
    var next = offsets
    var order = [Int32](repeating: 0, count: points.count)
    for (point, cell) in cells.enumerated() {
      order[next[cell]] = Int32(point)
      next[cell] += 1
    }
    self.offsets = offsets
    self.order = order
  }

  /// Calls `body` with every point in the cells that a square of `reach` around `point` touches.
  func forEach(near point: MapPoint, reach: Float, _ body: (Int) -> Void) {
    forEach(left: point.x - reach, top: point.y - reach, right: point.x + reach, bottom: point.y + reach, body)
  }

  /// Calls `body` with every point in the cells that a rectangle touches.
  func forEach(left: Float, top: Float, right: Float, bottom: Float, _ body: (Int) -> Void) {
    let firstColumn = min(columns - 1, max(0, Int(left / cell)))
    let lastColumn = min(columns - 1, max(0, Int(right / cell)))
    for row in min(rows - 1, max(0, Int(top / cell)))...min(rows - 1, max(0, Int(bottom / cell))) {
      let first = offsets[row * columns + firstColumn]
      let last = offsets[row * columns + lastColumn + 1]
      for place in first..<last { body(Int(order[place])) }
    }
  }
}
