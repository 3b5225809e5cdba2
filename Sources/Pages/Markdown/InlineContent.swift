/// What stands in a line or paragraph, without the signs at its ends that were taken.
struct InlineContent {
  let block: MarkdownNode
  /// The first node to print.
  private(set) var first: MarkdownNode?
  /// Bytes of the first node's text that are left out.
  private(set) var lead = 0
  /// Bytes of the last node's text that are kept; nil for all of them.
  private(set) var kept: Int?

  init(_ block: MarkdownNode) {
    self.block = block
    first = block.first
  }

  /// The bytes of the text `node` that are to be shown.
  func literal(of node: MarkdownNode) -> UnsafeBufferPointer<UInt8> {
    let literal = node.literal
    let start = node == first ? lead : 0
    let end = kept.flatMap { node.next == nil ? $0 : nil } ?? literal.count
    return UnsafeBufferPointer(rebasing: literal[min(start, end)..<end])
  }

  private var lastText: MarkdownNode? { block.last.flatMap { $0.kind == .text ? $0 : nil } }
}

extension InlineContent {
  /// Takes the attributes that are the whole first line: a line of its own, or one above the text.
  mutating func takeLeadingAttributes() -> MarkdownAttributes? {
    guard let text = first, text.kind == .text else { return nil }
    let bytes = text.literal
    guard bytes.count > 6, MarkdownMark(bytes, 0) == .attributesStart,
      MarkdownMark(bytes, bytes.count - 3) == .attributesEnd, text.next.map({ $0.kind == .softBreak }) ?? true
    else { return nil }
    first = text.next?.next
    return MarkdownAttributes(bytes[3..<(bytes.count - 3)])
  }

  /// Takes the attributes at the end: `Heading {#id}`.
  mutating func takeTrailingAttributes() -> MarkdownAttributes? {
    guard let text = lastText else { return nil }
    let bytes = literal(of: text)
    guard bytes.count > 6, MarkdownMark(bytes, bytes.count - 3) == .attributesEnd,
      let open = (0...(bytes.count - 6)).last(where: { MarkdownMark(bytes, $0) == .attributesStart })
    else { return nil }
    let attributes = MarkdownAttributes(bytes[(open + 3)..<(bytes.count - 3)])
    keep(bytes, to: open)
    return attributes
  }

  /// Takes the mark and the number at the start of a piece.
  mutating func takePieceMark() -> (mark: MarkdownMark, number: Int)? {
    guard let text = first, text.kind == .text, case let bytes = text.literal, let mark = MarkdownMark(bytes, 0),
      mark.rawValue >= MarkdownMark.newEntry.rawValue, bytes.count >= MarkdownMark.numberedLength
    else { return nil }
    if bytes.count == MarkdownMark.numberedLength {
      first = text.next
    } else {
      lead = MarkdownMark.numberedLength
    }
    return (mark, MarkdownMark.number(bytes))
  }

  /// Takes the `— ` at the start.
  mutating func takeNoteSign() -> Bool {
    guard let text = first, text.kind == .text else { return false }
    let bytes = text.literal
    guard bytes.count >= 4, bytes[0] == 0xE2, bytes[1] == 0x80, bytes[2] == 0x94, bytes[3] == 0x20 else { return false }
    lead = 4
    return true
  }

  /// Takes ` · 1,204` at the end; returns the digits.
  mutating func takeLeader() -> [UInt8]? {
    guard let text = lastText else { return nil }
    let bytes = literal(of: text)
    let digits = bytes.reversed().prefix { $0 &- 0x30 < 10 || $0 == 0x2C }.count
    let dot = bytes.count - digits - 4
    guard digits > 0, dot >= 0, bytes[dot] == 0x20, bytes[dot + 1] == 0xC2, bytes[dot + 2] == 0xB7,
      bytes[dot + 3] == 0x20
    else { return nil }
    kept = bytes.count - digits - 4 + (text == first ? lead : 0)
    return Array(bytes[(dot + 4)...])
  }

  /// Keeps the last text up to `end`, without the spaces before it.
  private mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>, to end: Int) {
    var end = end
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    kept = end + (lastText == first ? lead : 0)
  }
}
