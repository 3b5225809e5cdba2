#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds the part of every line of a text dump: the cheapest reading of the whole file.
///
/// Titles and abstracts take turns for nothing; every slip from that turn has a price, and so has a line that does
/// not look like its part. One odd line is cheaper to accept than two slips, while a real slip costs less than
/// reading all that follows with titles and abstracts swapped. The cheapest sequence is found by dynamic programming
/// (Viterbi 1967) in time linear in the number of lines.
struct LineLabelling {
  /// A line that is not blank, in the order of the file.
  struct Line {
    var signs: LineSigns
    /// Blank lines stand right before it.
    var afterBlank: Bool
  }

  private let lines: [Line]
  /// Middle length of what looks like an abstract, in letters.
  private let typicalLength: Float

  private init(_ lines: [Line]) {
    self.lines = lines
    let lengths = lines.lazy.filter { $0.signs.abstractness > 0 }.map(\.signs.length).sorted()
    typicalLength = lengths.isEmpty ? 1_000 : lengths[lengths.count / 2]
  }

  /// One part for each line.
  static func parts(of lines: [Line]) -> [LinePart] { LineLabelling(lines).cheapest() }

  private func cheapest() -> [LinePart] {
    let parts = LinePart.allCases
    guard !lines.isEmpty else { return [] }
    var costs = parts.map { start($0) + misfit(0, $0) }
    var next = costs
    var cameFrom: [LinePart] = Array(repeating: .title, count: lines.count * parts.count)
    for line in 1..<max(1, lines.count) {
      let wholeness = wholeness(line)
      var least = Float.infinity
      for part in parts {
        let misfit = misfit(line, part)
        var cheapest = Float.infinity
        for before in parts {
          let cost = costs[Int(before.rawValue)] + slip(from: before, to: part, at: line, wholeness) + misfit
          if cost < cheapest {
            cheapest = cost
            cameFrom[line * parts.count + Int(part.rawValue)] = before
          }
        }
        next[Int(part.rawValue)] = cheapest
        least = min(least, cheapest)
      }
      // Costs stay small, so that a file of any length keeps its precision.
      for part in next.indices { costs[part] = next[part] - least }
    }
    var part = parts.min { costs[Int($0.rawValue)] + end($0) < costs[Int($1.rawValue)] + end($1) } ?? .abstract
    var found = Array(repeating: part, count: lines.count)
    for line in stride(from: lines.count - 1, through: 0, by: -1) {
      found[line] = part
      part = cameFrom[line * parts.count + Int(part.rawValue)]
    }
    return found
  }

  private func start(_ part: LinePart) -> Float {
    switch part {
    case .title: 0
    case .abstract: 9
    case .titleRest, .abstractRest: .infinity
    }
  }

  /// A dump that ends with a title lacks an abstract.
  private func end(_ part: LinePart) -> Float { part == .title || part == .titleRest ? 8 : 0 }

  /// Price of reading a line as a part that it does not look like.
  private func misfit(_ line: Int, _ part: LinePart) -> Float {
    let signs = lines[line].signs
    switch part {
    case .title, .titleRest: return max(0, signs.abstractness)
    case .abstract: return max(0, -signs.abstractness)
    case .abstractRest: return max(0, -max(signs.proseness, signs.abstractness) / 2)
    }
  }

  /// Price of one part following another.
  private func slip(from before: LinePart, to part: LinePart, at line: Int, _ wholeness: Float) -> Float {
    let blank = lines[line].afterBlank
    switch (before, part) {
    case (.title, .abstract), (.titleRest, .abstract): return blank ? 0.5 : 0
    case (.abstract, .title), (.abstractRest, .title): return 0
    case (.title, .title), (.titleRest, .title): return blank ? 4 : 8
    case (.abstract, .abstract), (.abstractRest, .abstract): return missingTitle(line, wholeness)
    case (.title, .titleRest): return brokenTitle(line)
    case (.titleRest, .titleRest): return brokenTitle(line) + 2
    case (.abstract, .abstractRest), (.abstractRest, .abstractRest): return brokenAbstract(line, wholeness)
    default: return .infinity
    }
  }

  private func brokenTitle(_ line: Int) -> Float {
    var price: Float = lines[line].afterBlank ? 13 : 10
    if lines[line - 1].signs.endsOpen { price -= 4 }
    if lines[line].signs.startsInside { price -= 4 }
    return price
  }

  private func brokenAbstract(_ line: Int, _ wholeness: Float) -> Float {
    var price: Float = lines[line].afterBlank ? 10 : 9
    if !lines[line - 1].signs.endsSentence { price -= lines[line - 1].signs.endsOpen ? 4 : 2.5 }
    if lines[line].signs.startsInside { price -= 3.5 }
    return price - wholeness
  }

  private func missingTitle(_ line: Int, _ wholeness: Float) -> Float {
    var price: Float = lines[line].afterBlank ? 6 : 9
    if !lines[line - 1].signs.endsSentence { price += 3 }
    if lines[line].signs.startsInside { price += 5 }
    return price + wholeness
  }

  /// How much better this line and the one before make one abstract of common length than two, from -2 to 2.
  private func wholeness(_ line: Int) -> Float {
    let halves = (lines[line - 1].signs.length, lines[line].signs.length)
    let apart = strangeness(halves.0) + strangeness(halves.1)
    return min(2, max(-2, apart - strangeness(halves.0 + halves.1) - 0.5))
  }

  /// Squared distance from the typical length, on a scale of logarithms with a deviation of 0.35.
  private func strangeness(_ length: Float) -> Float {
    let distance = logf(max(1, length) / typicalLength) / 0.35
    return distance * distance / 2
  }
}
