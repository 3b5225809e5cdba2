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
    if style.isOrdered, node.listStart > 1 { write(" start=\"\(node.listStart)\"") }
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
    var blocks = Array(AttributedBlocks(from: item.first))
    if style.isEntries, let first = blocks.first, first.node.kind == .paragraph,
      let (number, isKnown) = blocks[0].line.takeEntryMark()
    {
      if isKnown { return writeKnownEntry(number) }
      let start = output.count
      self.item(blocks, style)
      madeEntries.append((number, start..<output.count))
      return
    }
    self.item(blocks, style)
  }

  private mutating func writeKnownEntry(_ number: Int) {
    if knownEntries.indices.contains(number), let html = knownEntries[number] { output += html }
  }

  private mutating func item(_ given: [AttributedBlocks.Element], _ style: ListStyle) {
    var blocks = given
    // Attributes behind the first paragraph are the item's own.
    var own: MarkdownAttributes?
    if style.hasAttributes, let first = blocks.first, first.node.kind == .paragraph, first.attributes == nil {
      own = blocks[0].line.takeTrailingAttributes()
    }
    if style.isEntries { own = (own ?? MarkdownAttributes()).led(by: "entry") }
    element(style.isDefinitions ? "div" : "li", own) { writer in
      for (index, block) in blocks.enumerated() {
        if index > 0 { writer.endLine() }
        writer.itemBlock(block, at: index, isLast: index == blocks.count - 1, style)
      }
    }
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
      let own = line.takeTrailingAttributes() ?? MarkdownAttributes().led(by: "t")
      element("h\(block.node.headingLevel)", own) { $0.inlines(line) }
    default: attributed(block)
    }
  }

  private mutating func leader(to number: [UInt8]) {
    write("<span class=\"dots\"></span><span class=\"n\">")
    output += number
    write("</span>")
  }
}
