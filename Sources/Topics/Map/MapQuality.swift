/// How well the map keeps the neighbours of the vectors.
enum MapQuality {
  private static let neighbours = 10
  /// Papers that are asked in large collections.
  private static let most = 1_000

  /// The share of each paper's ten nearest that are among its ten nearest on the map, averaged; 0 where there
  /// are too few papers to tell.
  static func preservation(of nearest: Nearest, on points: [MapPoint]) -> Double {
    guard nearest.width >= neighbours, points.count > neighbours else { return 0 }
    let asked = Swift.stride(from: 0, to: points.count, by: max(1, points.count / most)).map { $0 }
    var kept = 0
    let room = (MapSheet.width * MapSheet.height / Float(points.count)).squareRoot()
    let grid = PointGrid(points, cell: 2 * room)
    var list = NearestList(width: neighbours)
    for paper in asked {
      find(paper, among: points, grid, from: 3 * room, &list)
      let near = nearest.papers[paper * nearest.width..<paper * nearest.width + neighbours]
      kept += near.count { list.holds($0) }
    }
    return Double(kept) / Double(asked.count * neighbours)
  }

  /// Fills `list` with the points nearest to that of `paper`: those in a square around it, which is made larger until no
  /// point outside can be among them.
  private static func find(
    _ paper: Int, among points: [MapPoint], _ grid: PointGrid, from start: Float, _ list: inout NearestList
  ) {
    let point = points[paper]
    var reach = start
    while true {
      list.clear()
      grid.forEach(left: point.x - reach, top: point.y - reach, right: point.x + reach, bottom: point.y + reach) {
        let (dx, dy) = (points[$0].x - point.x, points[$0].y - point.y)
        if $0 != paper { list.offerInAnyOrder($0, 1 / (1 + (dx * dx + dy * dy))) }
      }
      if list.threshold > 1 / (1 + reach * reach) || reach > MapSheet.width { return }
      reach *= 2
    }
  }
}
