import Text

extension MarkdownWriter {
  /// Writes blocks that follow each other, up to the sibling `end`.
  mutating func blocks(from first: MarkdownNode?, until end: MarkdownNode? = nil) {
    for block in AttributedBlocks(from: first, until: end) {
      attributed(block)
      endLine()
    }
  }

  /// Writes a block with the attributes that stand before it.
  mutating func attributed(_ block: AttributedBlocks.Element) {
    if block.node.kind == .paragraph {
      paragraph(block.line, block.attributes)
    } else {
      self.block(block.node, block.attributes)
    }
  }

  private mutating func block(_ node: MarkdownNode, _ attributes: MarkdownAttributes?) {
    guard depth < Self.depthLimit else { return flat(node) }
    switch node.kind {
    case .heading: heading(node, attributes)
    case .quote:
      element(attributes.map { $0.element ?? "div" } ?? "blockquote", attributes) {
        $0.endLine()
        $0.blocks(from: node.first)
      }
    case .list: list(node, attributes)
    case .table: table(node, attributes)
    case .code: division(attributes) { $0.code(node) }
    case .rule: division(attributes) { $0.write("<hr />") }
    case .htmlBlock: division(attributes) { $0.element("p") { $0.shownHTML(node) } }
    default: break
    }
  }

  private mutating func paragraph(_ line: InlineContent, _ attributes: MarkdownAttributes?) {
    element(attributes?.element ?? "p", attributes) { $0.inlines(line) }
  }

  /// The elements of headings, by level.
  static let headings: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]

  private mutating func heading(_ node: MarkdownNode, _ attributes: MarkdownAttributes?) {
    var line = InlineContent(node)
    let own = line.takeTrailingAttributes()
    element(Self.headings[node.headingLevel - 1], own ?? attributes) { $0.inlines(line) }
  }

  /// Writes what has no attributes of its own, within a `div` that has them.
  private mutating func division(_ attributes: MarkdownAttributes?, _ body: (inout MarkdownWriter) -> Void) {
    if let attributes { element("div", attributes, body) } else { body(&self) }
  }

  private mutating func code(_ node: MarkdownNode) {
    let language = node.fenceInfo.prefix { $0 != 0x20 && $0 != 0x09 }
    write("<pre><code")
    if !language.isEmpty {
      write(" class=\"language-")
      attribute(UnsafeBufferPointer(rebasing: language))
      output.append(0x22)
    }
    output.append(0x3E)
    inElement { $0.text(node.literal) }
    write("</code></pre>")
  }

  /// HTML is not passed on: it is shown.
  private mutating func shownHTML(_ node: MarkdownNode) {
    text(node.literal)
    if output.last == 0x0A { output.removeLast() }
  }
}

extension MarkdownWriter {
  /// Writes a table; one with attributes may be wider than a phone and gets a box that scrolls, with the keyboard too.
  private mutating func table(_ node: MarkdownNode, _ attributes: MarkdownAttributes?) {
    if attributes != nil { write("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\n") }
    element("table", attributes) { $0.rows(of: node) }
    if attributes != nil { write("\n</div>") }
  }

  private mutating func rows(of table: MarkdownNode) {
    let alignments = TableAlignments(table)
    var row = table.first
    guard let head = row else { return }
    endLine()
    element("thead") { $0.row(head, "th", alignments) }
    endLine()
    row = head.next
    guard row != nil else { return }
    element("tbody") { writer in
      while let current = row {
        writer.row(current, "td", alignments)
        row = current.next
      }
    }
    endLine()
  }

  private mutating func row(_ row: MarkdownNode, _ cell: StaticString, _ alignments: TableAlignments) {
    endLine()
    element("tr") { writer in
      var column = 0
      var node = row.first
      while let current = node {
        writer.endLine()
        writer.element(cell, alignments.attributes(of: column)) { $0.inlines(InlineContent(current)) }
        column += 1
        node = current.next
      }
      writer.endLine()
    }
    endLine()
  }
}
