import CLanes
import Foundation

/// Places names on the map so that they cover neither each other nor many signs: simulated annealing
/// (Christensen, Marks, Shieber 1995).
struct LabelPlacement {
  /// A name, the papers it is for and where it would like to stand.
  struct Label {
    var name: String
    var anchor: MapPoint
    /// Papers whose signs it may rather cover.
    var papers: [Int]
  }

  /// Size of the letters, in units of the sheet.
  let letters: Float
  let moves: Int

  /// Names of topics.
  static let topics = LabelPlacement(letters: 22, moves: 24_000)
  /// Names of themes, sized for a small screen.
  static let themes = LabelPlacement(letters: 46, moves: 6_000)

  /// The middle of each label's box.
  func place(_ labels: [Label], among points: [MapPoint], generator: inout SeededGenerator) -> [MapPoint] {
    guard !labels.isEmpty else { return [] }
    var search = Search(labels, points, letters: letters)
    for move in 0..<moves {
      let heat = 1 - Float(move) / Float(moves)
      search.step(heat: heat, &generator)
    }
    return search.best
  }

  /// Half the width and half the height of a name's box.
  ///
  /// Names of more than 16 letters take two lines, broken at the word end that makes them most even.
  static func halfSize(of name: String, letters: Float) -> (width: Float, height: Float) {
    let words = name.split(separator: " ").map(\.count)
    let length = words.reduce(0, +) + max(0, words.count - 1)
    var longest = length
    var lines: Float = 1
    if length > 16, words.count > 1 {
      lines = 2
      var first = -1
      for word in words.dropLast() {
        first += word + 1
        longest = min(longest, max(first, length - first - 1))
      }
    }
    return (Float(longest) * letters * 0.25, lines * letters * 0.55)
  }
}

extension LabelPlacement {
  /// The state of the annealing.
  private struct Search {
    var best: [MapPoint]
    private var now: [MapPoint]
    private var costs: [Float]
    private var total: Float
    private var least: Float
    private let anchors: [MapPoint]
    private let halves: [(width: Float, height: Float)]
    /// Where the boxes are, all x before all y, then half their widths and half their heights, each filled up to whole
    /// lanes with boxes far off.
    private var boxes: [Float]
    /// Numbers of each kind in `boxes`.
    private let width: Int
    /// How near two boxes may come, across and down.
    private static let air: [Float] = [4, 3]
    private let points: [MapPoint]
    private let grid: PointGrid
    private let owners: [Int32]

    init(_ labels: [Label], _ points: [MapPoint], letters: Float) {
      self.points = points
      grid = PointGrid(points, cell: 20)
      halves = labels.map { LabelPlacement.halfSize(of: $0.name, letters: letters) }
      var owners = [Int32](repeating: -1, count: points.count)
      for (index, label) in labels.enumerated() { for paper in label.papers { owners[paper] = Int32(index) } }
      self.owners = owners
      let halves = halves
      anchors = zip(labels, halves).map { Self.inside($0.anchor, $1) }
      now = anchors
      let width = (labels.count + 7) / 8 * 8
      self.width = width
      func row(_ values: [Float], filledWith filler: Float) -> [Float] {
        values + [Float](repeating: filler, count: width - values.count)
      }
      boxes =
        row(now.map(\.x), filledWith: 1e9) + row(now.map(\.y), filledWith: 1e9)
        + row(halves.map(\.width), filledWith: 0) + row(halves.map(\.height), filledWith: 0)
      best = now
      costs = []
      total = 0
      least = 0
      costs = labels.indices.map { ownCost(of: $0, at: now[$0]) }
      total = costs.reduce(0, +)
      for a in labels.indices { for b in 0..<a { total += overlap(a, now[a], b) } }
      least = total
    }

    mutating func step(heat: Float, _ generator: inout SeededGenerator) {
      let label = generator.index(now.count)
      let step = 8 + 90 * heat
      let from = generator.index(4) == 0 ? anchors[label] : now[label]
      let target = Self.inside(
        MapPoint(x: from.x + generator.normal() * step * 0.7, y: from.y + generator.normal() * step * 0.5),
        halves[label])
      let reach = 1 + 60 * heat * heat
      // What the move costs at the least, before the signs under it are counted, rules most moves out. The margin is
      // for rounding.
      let least = cost(of: label, at: target, covered: 0) - costs[label] + overlapChange(label, target, from: 0) - 0.01
      let chance = least > 0 ? generator.unit() : nil
      if let chance, chance >= exp(-least / reach) { return }
      let cost = ownCost(of: label, at: target)
      let change = overlapChange(label, target, from: cost - costs[label])
      guard change <= 0 || (chance ?? generator.unit()) < exp(-change / reach) else { return }
      now[label] = target
      (boxes[label], boxes[width + label]) = (target.x, target.y)
      costs[label] = cost
      total += change
      if total < self.least - 0.01 {
        self.least = total
        best = now
      }
    }

    /// Signs covered and distance from where the name belongs.
    private func ownCost(of label: Int, at place: MapPoint) -> Float {
      let half = halves[label]
      var covered: Float = 0
      grid.forEach(
        left: place.x - half.width, top: place.y - half.height, right: place.x + half.width,
        bottom: place.y + half.height
      ) { point in
        if abs(points[point].x - place.x) < half.width, abs(points[point].y - place.y) < half.height {
          covered += owners[point] == Int32(label) ? 16 : 22
        }
      }
      return cost(of: label, at: place, covered: covered)
    }

    private func cost(of label: Int, at place: MapPoint, covered: Float) -> Float {
      let (dx, dy) = (place.x - anchors[label].x, place.y - anchors[label].y)
      let distance = (dx * dx + dy * dy).squareRoot()
      return covered + distance + 4 * max(0, distance - 75)
    }

    /// What the move of `label` to `target` changes of its overlaps with the others, added to `start`.
    private func overlapChange(_ label: Int, _ target: MapPoint, from start: Float) -> Float {
      boxes.withUnsafeBufferPointer { boxes in
        guard let x = boxes.baseAddress else { return start }
        return lanes_overlap_change(
          x, x + width, x + 2 * width, x + 3 * width, width, label, target.x, target.y, Self.air, start)
      }
    }

    /// 40 for each unit by which two boxes, with a little air, reach into one another.
    private func overlap(_ a: Int, _ place: MapPoint, _ b: Int) -> Float {
      let x = halves[a].width + halves[b].width + Self.air[0] - abs(place.x - now[b].x)
      let y = halves[a].height + halves[b].height + Self.air[1] - abs(place.y - now[b].y)
      return x > 0 && y > 0 ? 40 * min(x, y) : 0
    }

    private static func inside(_ point: MapPoint, _ half: (width: Float, height: Float)) -> MapPoint {
      let (w, h) = (min(half.width + 4, MapSheet.width / 2), min(half.height + 4, MapSheet.height / 2))
      return MapPoint(
        x: min(MapSheet.width - w, max(w, point.x)), y: min(MapSheet.height - h, max(h, point.y)))
    }
  }
}
