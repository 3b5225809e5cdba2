import Text

/// One step of rendering, as the compiler writes it.
indirect enum Operation: Sendable {
  case literal([UInt8])
  /// The indentation of the partials around.
  case indent
  /// A value of the frame in `slot`, written as `Escape` says where it is text.
  case value(slot: Int, Access, Escape)
  /// The body where the condition is as expected.
  case when(slot: Int, Access, equals: Bool, [Operation])
  /// The body for each item, which it finds in `item`.
  case each(slot: Int, Access.Items, item: Int, [Operation])
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

  /// Appends a prepared text, whose bytes lie in `texts`.
  @inline(__always)
  func append(_ text: PreparedText, of texts: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard text.start + Int(text.count) + Int(text.markdownCount) <= texts.count else { return }
    switch self {
    case .html: HTMLEscaping.append(UnsafeBufferPointer(rebasing: texts[text.text]), to: &output)
    case .markdown: output.append(contentsOf: UnsafeBufferPointer(rebasing: texts[text.markdown]))
    case .none: output.append(contentsOf: UnsafeBufferPointer(rebasing: texts[text.text]))
    case .htmlAddress, .markdownAddress: append(String(decoding: texts[text.text], as: UTF8.self), to: &output)
    }
  }

  /// Appends a link, which needs no escaping anywhere but before Markdown's own marks.
  @inline(__always)
  func append(_ link: PreparedLink, of texts: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard link.path.start + Int(link.path.count) <= texts.count else { return }
    for _ in 0..<link.stepsUp { output.append(contentsOf: [0x2E, 0x2E, 0x2F]) }
    let path = UnsafeBufferPointer(rebasing: texts[link.path.text])
    if self == .markdown { MarkdownEscaping.append(path, to: &output) } else { output.append(contentsOf: path) }
  }
}
