/// Gives blocks the attributes that stand before them.
enum BlockRewriter {
  /// Blocks inside blocks that are looked at; no template nests deeper.
  private static let depthLimit = 32

  static func rewrite(_ container: MarkdownNode, depth: Int = 0) {
    guard depth < depthLimit else { return }
    var pending: MarkdownAttributes?
    for node in container.children {
      if node.kind == .paragraph, let attributes = MarkdownAttributes.take(fromStartOf: node) {
        if node.first == nil {
          node.free()
          pending = attributes
        } else {
          apply(attributes, to: node, depth)
          pending = nil
        }
        continue
      }
      apply(pending, to: node, depth)
      pending = nil
    }
  }

  private static func apply(_ attributes: MarkdownAttributes?, to node: MarkdownNode, _ depth: Int) {
    switch node.kind {
    case .heading where depth == 0 && node.headingLevel <= 2: break
    case .heading:
      let attributes = MarkdownAttributes.take(fromEndOf: node) ?? attributes
      if let attributes { replace(node, with: "h\(node.headingLevel)", attributes) }
    case .paragraph: if let attributes { replace(node, with: attributes.element ?? "p", attributes) }
    case .quote:
      rewrite(node, depth: depth + 1)
      if let attributes { replaceQuote(node, attributes) }
    case .list:
      for item in node.children { rewrite(item, depth: depth + 1) }
      if let attributes { ListRewriter.replace(node, attributes) }
    case .table: if let attributes { wrapTable(node, attributes) }
    default:
      guard let attributes, let block = MarkdownNode.block("<div\(attributes.html())>", "</div>") else { return }
      block.insertBefore(node)
      block.append(node)
    }
  }

  /// Puts an element around the inline content of a block.
  private static func replace(_ node: MarkdownNode, with element: String, _ attributes: MarkdownAttributes) {
    guard let block = MarkdownNode.block(),
      let inner = MarkdownNode.inline("<\(element)\(attributes.html())>", "</\(element)>")
    else { return }
    inner.takeChildren(of: node)
    block.append(inner)
    node.replace(with: block)
  }

  private static func replaceQuote(_ node: MarkdownNode, _ attributes: MarkdownAttributes) {
    let element = attributes.element ?? "div"
    guard let block = MarkdownNode.block("<\(element)\(attributes.html())>", "</\(element)>") else { return }
    block.takeChildren(of: node)
    node.replace(with: block)
  }

  /// A table may be wider than a phone: it gets a box that scrolls, with the keyboard too.
  private static func wrapTable(_ node: MarkdownNode, _ attributes: MarkdownAttributes) {
    let mark = String(decoding: MarkdownMark.table.bytes, as: UTF8.self)
    let open = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">"
    guard let block = MarkdownNode.block(open + mark + attributes.source + mark, "</div>") else { return }
    block.insertBefore(node)
    block.append(node)
  }
}
