import CCmarkGFM
import Text

/// Keeps what may lead out of a page: links of safe schemes and images of the site itself, and no HTML but ours.
///
/// What is not kept is shown as the text that it was.
enum LinkFilter {
  static func apply(to root: MarkdownNode) {
    var unsafe: [MarkdownNode] = []
    var html: [MarkdownNode] = []
    let iterator = cmark_iter_new(root.pointer)
    defer { cmark_iter_free(iterator) }
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let node = MarkdownNode(cmark_iter_get_node(iterator)) else { continue }
      switch node.kind {
      case .link:
        let url = node.url
        if url.hasPrefix("doi:") { node.url = "https://doi.org/" + url.dropFirst(4) }
        if !LinkEscaping.isSafe(node.url) { unsafe.append(node) }
      case .image: if !isOwn(node.url) { unsafe.append(node) }
      case .htmlInline, .htmlBlock: html.append(node)
      default: break
      }
    }
    for node in unsafe { node.unwrap() }
    for node in html { showAsText(node) }
  }

  /// Whether an address lies within the site: it names no scheme and no host.
  private static func isOwn(_ address: String) -> Bool {
    guard !address.hasPrefix("//"), !address.hasPrefix("\\") else { return false }
    return !address.utf8.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }.contains(0x3A)
  }

  private static func showAsText(_ node: MarkdownNode) {
    guard let text = MarkdownNode.new(CMARK_NODE_TEXT) else { return }
    text.literal = node.literal
    if node.kind == .htmlInline {
      node.replace(with: text)
    } else if let paragraph = MarkdownNode.new(CMARK_NODE_PARAGRAPH) {
      paragraph.append(text)
      node.replace(with: paragraph)
    }
  }
}
