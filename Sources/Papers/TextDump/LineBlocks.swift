/// A dump whose abstracts are broken into short lines, with blank lines between its papers: each block is a paper.
struct LineBlocks {
  /// One part for each line.
  private(set) var parts: [LinePart] = []

  /// The longest line of a text that was broken to fit, in bytes.
  private static let width = 130

  /// Nil where the lines are not such a dump: nearly all blocks have three short lines or more.
  init?(_ lines: [TextDumpReader.TextLine]) {
    var blocks: [Int] = []
    var long = 0
    for line in lines {
      if line.afterBlank || blocks.isEmpty { blocks.append(0) }
      let length = blocks[blocks.count - 1]
      parts.append(length == 0 ? .title : length == 1 ? .abstract : .abstractRest)
      blocks[blocks.count - 1] = length + 1
      if line.range.count > Self.width { long += 1 }
    }
    guard blocks.count >= 3, long * 50 <= lines.count, blocks.count(where: { $0 >= 3 }) * 5 >= blocks.count * 4,
      lines.count <= blocks.count * 60
    else { return nil }
  }
}
