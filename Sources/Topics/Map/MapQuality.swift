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
    var list = NearestList(width: neighbours)
    for paper in asked {
      list.clear()
      // Squared distance beyond which none is offered, with a margin for rounding.
      var reach = Float.infinity
      for other in points.indices where other != paper {
        let (dx, dy) = (points[other].x - points[paper].x, points[other].y - points[paper].y)
        let square = dx * dx + dy * dy
        guard square <= reach else { continue }
        list.offer(other, 1 / (1 + square))
        if list.threshold > 0 { reach = 1.001 / list.threshold }
      }
      let near = nearest.papers[paper * nearest.width..<paper * nearest.width + neighbours]
      kept += near.count { list.holds($0) }
    }
    return Double(kept) / Double(asked.count * neighbours)
  }
}
