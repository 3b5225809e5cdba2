/// The sheet that the map is drawn on, and how points get there.
enum MapSheet {
  static let width: Float = 1000
  static let height: Float = 880
  /// Free edge on every side.
  private static let margin: Float = 24
  /// Distance of two signs, in a map of a thousand papers or fewer.
  private static let spacing: Float = 10.5
  /// Points in a square of that size that are pushed apart one from another.
  private static let mostInCell = 24
  /// Cosine and sine of the golden angle.
  private static let golden: (x: Float, y: Float) = (-0.737_368_9, 0.675_490_3)

  /// The points stretched over the sheet, strays beyond the 99th percentile drawn in, none on another.
  static func fit(_ points: [MapPoint]) -> [MapPoint] {
    let xs = stretched(points.map(\.x), to: width)
    let ys = stretched(points.map(\.y), to: height)
    return spread(zip(xs, ys).map { MapPoint(x: $0, y: $1) })
  }

  private static func stretched(_ values: [Float], to length: Float) -> [Float] {
    guard !values.isEmpty else { return [] }
    let sorted = values.sorted()
    let cut = values.count / 100
    let (low, high) = (sorted[cut], sorted[values.count - 1 - cut])
    let span = high - low
    guard span > 0 else { return values.map { _ in length / 2 } }
    return values.map { margin + (min(high, max(low, $0)) - low) / span * (length - 2 * margin) }
  }

  /// Pushes points apart until each has room, in a fixed order.
  ///
  /// Points in cells where nothing has moved since they were last looked at are passed over.
  private static func spread(_ start: [MapPoint]) -> [MapPoint] {
    var points = start
    let room = (width * height / Float(max(1, points.count))).squareRoot()
    let spacing = min(spacing, 0.6 * room)
    var hasMoved = [Bool](repeating: true, count: points.count)
    for round in 0..<40 where hasMoved.contains(true) {
      let before = PointGrid(points, cell: spacing)
      let grid = openHeaps(before, &points, spacing) ? PointGrid(points, cell: spacing) : before
      var isStirred = [Bool](repeating: false, count: grid.count)
      for index in points.indices where hasMoved[index] {
        isStirred[Int(grid.cells[index])] = true
        hasMoved[index] = false
      }
      points.withUnsafeMutableBufferPointer { points in
        isStirred.withUnsafeMutableBufferPointer { isStirred in
          for index in points.indices {
            let point = points[index]
            let nearby = grid.rowsOfCells(
              left: point.x - spacing, top: point.y - spacing, right: point.x + spacing, bottom: point.y + spacing)
            guard nearby.contains(where: { $0.contains { isStirred[$0] } }) else { continue }
            for cells in nearby {
              grid.forEach(in: cells) { other in
                guard other > index, push(points, index, other, spacing, round) else { return }
                (hasMoved[index], hasMoved[other]) = (true, true)
                isStirred[Int(grid.cells[index])] = true
                isStirred[Int(grid.cells[other])] = true
              }
            }
          }
        }
      }
    }
    return points
  }

  /// Spreads the points of every crowded cell like the seeds of a sunflower (Vogel 1979), so that no point has more
  /// than some dozens to be pushed from; false where no cell is.
  private static func openHeaps(_ grid: PointGrid, _ points: inout [MapPoint], _ spacing: Float) -> Bool {
    let crowded = (0..<grid.count).filter { grid.size(of: $0) > mostInCell }
    for cell in crowded {
      var direction: (x: Float, y: Float) = (1, 0)
      for (place, point) in grid.points(in: cell).enumerated() {
        let distance = 0.6 * spacing * Float(place).squareRoot()
        let (x, y) = (points[Int(point)].x + distance * direction.x, points[Int(point)].y + distance * direction.y)
        points[Int(point)] = inside(MapPoint(x: x, y: y))
        direction = (
          direction.x * golden.x - direction.y * golden.y, direction.x * golden.y + direction.y * golden.x
        )
      }
    }
    return !crowded.isEmpty
  }

  /// Moves two points half the missing distance each; true where they were too near.
  private static func push(
    _ points: UnsafeMutableBufferPointer<MapPoint>, _ a: Int, _ b: Int, _ spacing: Float, _ round: Int
  ) -> Bool {
    var dx = points[a].x - points[b].x
    var dy = points[a].y - points[b].y
    var distance = (dx * dx + dy * dy).squareRoot()
    guard distance < spacing - 0.01 else { return false }
    if distance < 0.01 {
      // Two on one spot part in a direction that their numbers choose.
      dx = Float((a * 7 + b * 13 + round) % 11) - 5.5
      dy = Float((a * 5 + b * 3 + round) % 13) - 6.5
      distance = (dx * dx + dy * dy).squareRoot()
    }
    let step = (spacing - min(distance, spacing - 0.1)) / 2 / distance * 1.02
    points[a] = inside(MapPoint(x: points[a].x + dx * step, y: points[a].y + dy * step))
    points[b] = inside(MapPoint(x: points[b].x - dx * step, y: points[b].y - dy * step))
    return true
  }

  private static func inside(_ point: MapPoint) -> MapPoint {
    MapPoint(x: min(width - 8, max(8, point.x)), y: min(height - 8, max(8, point.y)))
  }
}
