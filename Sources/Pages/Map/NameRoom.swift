import Topics

/// Room for names on the map: which of them can stand on the sheet without meeting one another.
struct NameRoom {
  /// A name about its middle.
  struct Name {
    var lines: [String]
    var middle: MapPoint
  }

  /// Zoom steps that are told apart; each doubles the sheet, the letters keeping their size on the screen.
  private static let steps = 4
  /// Width of a letter in letter heights; a little more than the faces of the sheet have.
  private static let widthOfLetter: Float = 0.5

  /// For each name the first zoom step, 0 the whole sheet, at which it meets none that is shown already.
  ///
  /// - Parameters:
  ///   - order: Indices into `names`, the most important first.
  ///   - letters: Height of the letters in units of the sheet at step 0.
  static func steps(_ names: [Name], order: [Int], letters: Float) -> [Int] {
    var steps = [Int](repeating: Self.steps - 1, count: names.count)
    var shown: [Int] = []
    for step in 0..<Self.steps {
      let size = letters / Float(1 << step)
      for name in order where !shown.contains(name) {
        if shown.contains(where: { meet(names[$0], names[name], size) }) { continue }
        shown.append(name)
        steps[name] = step
      }
    }
    return steps
  }

  private static func meet(_ a: Name, _ b: Name, _ size: Float) -> Bool {
    let (first, second) = (extent(a, size), extent(b, size))
    return abs(a.middle.x - b.middle.x) < first.width + second.width
      && abs(a.middle.y - b.middle.y) < first.height + second.height
  }

  /// Half the width and half the height of a name with the air about it.
  private static func extent(_ name: Name, _ size: Float) -> (width: Float, height: Float) {
    let longest = name.lines.map(\.count).max() ?? 0
    return (Float(longest) * widthOfLetter * size / 2 + size * 0.3, Float(name.lines.count) * 1.1 * size / 2 + size / 4)
  }
}
