/// Lists in the design's markup.
///
/// | class | items |
/// |---|---|
/// | `entries` | `li.entry`: first block `.t`, then `p.say`, a last one behind `— ` as `p.note` |
/// | `rel` | first paragraph `p.t`, the others `p.why` |
/// | `toc` | ` · 23` at the end becomes leader dots and a number |
/// | element `dl` | first paragraph `dt`, the others `dd` |
extension MarkdownWriter {
  mutating func list(_ node: MarkdownNode, _ attributes: MarkdownAttributes?) {
    let style = ListStyle(node, attributes)
    output.append(0x3C)
    write(style.element)
    attributes?.append(to: &output)
    if style.isOrdered, node.listStart > 1 { output.append(contentsOf: " start=\"\(node.listStart)\"".utf8) }
    output.append(0x3E)
    inElement { writer in
      writer.endLine()
      var item = node.first
      while let current = item {
        writer.item(current, style)
        writer.endLine()
        item = current.next
      }
    }
    write("</")
    write(style.element)
    output.append(0x3E)
  }

  private mutating func item(_ item: MarkdownNode, _ style: ListStyle) {
    var blocks = AttributedBlocks(from: item.first)
    guard var first = blocks.next() else {
      let own = style.isEntries ? MarkdownAttributes(class: "entry") : nil
      return element(style.isDefinitions ? "div" : "li", own) { _ in }
    }
    let piece = first.node.kind == .paragraph ? first.line.takePieceMark() : nil
    switch piece {
    case (.knownEntry, let number)?: known(number)
    case (.newEntry, let number)?: made(number) { $0.item(&first, blocks, style) }
    default: self.item(&first, blocks, style, piece)
    }
  }

  /// Writes the HTML of a known piece.
  private mutating func known(_ number: Int) {
    guard knownPieces.places.indices.contains(number), let place = knownPieces.places[number] else { return }
    knownPieces.html.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[place])) }
  }

  /// Notes what `body` writes as the HTML of a new piece.
  private mutating func made(_ number: Int, _ body: (inout MarkdownWriter) -> Void) {
    let start = output.count
    body(&self)
    madePieces.append((number, start..<output.count))
  }

  /// Writes an item of its first block, which may begin with a piece, and those that follow.
  private mutating func item(
    _ first: inout AttributedBlocks.Element, _ rest: AttributedBlocks, _ style: ListStyle,
    _ piece: (mark: MarkdownMark, number: Int)? = nil
  ) {
    // Attributes behind the first paragraph are the item's own.
    var own: MarkdownAttributes?
    if style.hasAttributes, piece == nil, first.node.kind == .paragraph, first.attributes == nil {
      own = first.line.takeTrailingAttributes()
    }
    if style.isEntries { own = (own ?? MarkdownAttributes()).led(by: "entry") }
    element(style.isDefinitions ? "div" : "li", own) { writer in
      var rest = rest
      var index = 0
      var block = first
      while true {
        let next = rest.next()
        if index == 0, let piece {
          writer.line(block.line, piece, style)
        } else {
          writer.itemBlock(block, at: index, isLast: next == nil, style)
        }
        guard let next else { break }
        writer.endLine()
        block = next
        index += 1
      }
    }
  }

  /// Writes the paragraph that begins an item, or the two paragraphs of which the first is known.
  private mutating func line(_ line: InlineContent, _ piece: (mark: MarkdownMark, number: Int), _ style: ListStyle) {
    var tags = style.tags(at: 0, isNote: false)
    write(tags.open)
    switch piece.mark {
    case .newLine: made(piece.number) { writer in writer.inElement { $0.inlines(line) } }
    case .knownTitle:
      known(piece.number)
      write(tags.close)
      endLine()
      tags = style.tags(at: 1, isNote: false)
      write(tags.open)
      inElement { $0.inlines(line) }
    default: known(piece.number)
    }
    write(tags.close)
  }

  private mutating func itemBlock(_ block: AttributedBlocks.Element, at index: Int, isLast: Bool, _ style: ListStyle) {
    var line = block.line
    switch block.node.kind {
    case .paragraph where block.attributes == nil:
      let isNote = style.isEntries && isLast && index > 0 && line.takeNoteSign()
      let tags = style.tags(at: index, isNote: isNote)
      let number = style.isContents && index == 0 ? line.takeLeader() : nil
      write(tags.open)
      inElement { $0.inlines(line) }
      if let number { leader(to: number) }
      write(tags.close)
    case .heading where style.isEntries && index == 0 && block.attributes == nil:
      let own = line.takeTrailingAttributes() ?? MarkdownAttributes(class: "t")
      element(Self.headings[block.node.headingLevel - 1], own) { $0.inlines(line) }
    default: attributed(block)
    }
  }

  private mutating func leader(to number: [UInt8]) {
    write("<span class=\"dots\"></span><span class=\"n\">")
    output += number
    write("</span>")
  }
}
