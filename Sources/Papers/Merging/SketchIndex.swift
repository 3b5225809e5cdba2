/// Papers by the runs of words in their sketches; nearly every run has one paper.
struct SketchIndex {
  private var first = PaperTable<UInt64>()
  private var more: [UInt64: [Int32]] = [:]

  /// Papers that are kept for one run of words; a run of more is a phrase that everybody uses.
  private static let most = 16

  /// Papers in the order in which they were added.
  func papers(of part: UInt64) -> [Int] {
    guard let first = first.paper(of: part) else { return [] }
    return [first] + (more[part] ?? []).map(Int.init)
  }

  mutating func add(_ paper: Int, _ sketch: AbstractSketch) {
    for part in sketch.parts where first.add(part, paper) != nil {
      if more[part, default: []].count < Self.most - 1 { more[part, default: []].append(Int32(paper)) }
    }
  }
}
