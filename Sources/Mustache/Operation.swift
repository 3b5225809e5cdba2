import Text

/// One step of rendering.
indirect enum Operation: Sendable {
  case literal([UInt8])
  /// The indentation of the partials around.
  case indent
  case text(slot: Int, @Sendable (Frame) -> String, Escape)
  case number(slot: Int, @Sendable (Frame) -> Int)
  case markup(slot: Int, @Sendable (Frame) -> Markup)
  /// The body where the condition is as expected.
  case when(slot: Int, @Sendable (Frame) -> Bool, equals: Bool, [Operation])
  /// The body for each item, which it finds in `item`.
  case each(slot: Int, @Sendable (Frame, (Frame, Int, Int) -> Void) -> Void, item: Int, [Operation])
  /// The body for the part, which it finds in `part`.
  case with(slot: Int, Access.Step, part: Int, [Operation])
  /// Another program, its lines behind `indent`.
  case call(Int, indent: [UInt8])
  /// The place in the list: the body where the item is the first or the last.
  case atEdge(Edge, equals: Bool, [Operation])
  /// The place in the list as a number from 1.
  case place

  enum Edge: Sendable { case first, last }
}

/// How a value becomes text of the template's format.
enum Escape: Sendable {
  case html, htmlAddress, markdown, markdownAddress, none

  @inline(__always)
  func append(_ text: String, to output: inout [UInt8]) {
    switch self {
    case .html: HTMLEscaping.append(text, to: &output)
    case .htmlAddress: HTMLEscaping.appendAddress(text, to: &output)
    case .markdown: MarkdownEscaping.append(text, to: &output)
    case .markdownAddress: LinkEscaping.appendMarkdown(text, to: &output)
    case .none: output.append(contentsOf: text.utf8)
    }
  }
}
