/// Blocks that follow each other, each with the attributes that stand before it.
struct AttributedBlocks: Sequence, IteratorProtocol {
  struct Element {
    let node: MarkdownNode
    /// What the block holds, without a first line of attributes.
    var line: InlineContent
    let attributes: MarkdownAttributes?
  }

  private var node: MarkdownNode?
  private let end: MarkdownNode?

  /// - Parameter end: the sibling to stop before; nil for the last one too.
  init(from first: MarkdownNode?, until end: MarkdownNode? = nil) {
    node = first
    self.end = end
  }

  mutating func next() -> Element? {
    var pending: MarkdownAttributes?
    while let block = node, block != end {
      node = block.next
      var line = InlineContent(block)
      guard block.kind == .paragraph, let attributes = line.takeLeadingAttributes() else {
        return Element(node: block, line: line, attributes: pending)
      }
      if line.first != nil { return Element(node: block, line: line, attributes: attributes) }
      pending = attributes
    }
    return nil
  }
}
