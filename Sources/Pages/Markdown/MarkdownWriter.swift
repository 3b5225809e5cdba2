import Text

/// Prints nodes of cmark's tree as the design's elements.
///
/// Blocks are in `MarkdownWriter+Blocks`, lists in `MarkdownWriter+Lists`, what stands in lines in
/// `MarkdownWriter+Inlines`, text with its marks in `MarkdownWriter+Text`.
struct MarkdownWriter {
  var output: [UInt8] = []
  /// Elements around the place reached.
  var depth = 0
  /// Elements opened by marks that wait for their end, each with the depth at which it stands.
  var open: [(mark: MarkdownMark, depth: Int)] = []
  /// The pieces of lists that are known, by their number.
  var knownPieces = KnownPieces()
  /// Where the HTML of new ones lies in `output`.
  var madePieces: [(number: Int, range: Range<Int>)] = []
  /// The element of the part being written.
  var partElement: StaticString = ""

  /// Elements inside elements that are printed as such; what lies deeper shows as text. No template nests so deep.
  static let depthLimit = 64

  init(reserving capacity: Int) { output.reserveCapacity(capacity) }

  /// What was written, without white space at its end.
  consuming func markup() -> Markup {
    while let last = output.last, last == 0x0A || last == 0x20 { output.removeLast() }
    return Markup(bytes: output)
  }

  /// The content of a heading, its attributes left out.
  static func title(_ heading: MarkdownNode) -> Markup {
    var writer = MarkdownWriter(reserving: 160)
    var line = InlineContent(heading)
    _ = line.takeTrailingAttributes()
    writer.inlines(line)
    writer.closeMarks()
    return writer.markup()
  }

  @inline(__always)
  mutating func write(_ html: StaticString) {
    html.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  /// Writes an element around what `body` writes; marks opened in it end with it.
  mutating func element(
    _ name: StaticString, _ attributes: MarkdownAttributes? = nil, _ body: (inout MarkdownWriter) -> Void
  ) {
    output.append(0x3C)
    write(name)
    attributes?.append(to: &output)
    output.append(0x3E)
    inElement(body)
    write("</")
    write(name)
    output.append(0x3E)
  }

  /// One step deeper, around what `body` writes.
  mutating func inElement(_ body: (inout MarkdownWriter) -> Void) {
    depth += 1
    body(&self)
    closeMarks()
    depth -= 1
  }

  mutating func endLine() { output.append(0x0A) }
}

extension MarkdownWriter {
  /// Opens the section that `heading` begins, with the heading in it.
  mutating func beginPart(_ heading: MarkdownNode, number: Int) {
    var line = InlineContent(heading)
    let attributes = line.takeTrailingAttributes() ?? MarkdownAttributes()
    partElement = attributes.element ?? "section"
    let id = attributes.id.map { Array($0) } ?? Array("h-\(number)".utf8)
    output.append(0x3C)
    write(partElement)
    write(" class=\"part\" aria-labelledby=\"")
    output += id
    write("\">\n")
    depth += 1
    write("<h2")
    attributes.append(to: &output, id: id)
    output.append(0x3E)
    inElement { $0.inlines(line) }
    write("</h2>")
    endLine()
  }

  mutating func endPart() {
    closeMarks()
    depth -= 1
    write("</")
    write(partElement)
    write(">\n")
  }
}
