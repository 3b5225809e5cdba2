import Text

extension MarkdownWriter {
  /// Writes what stands in a line or paragraph.
  mutating func inlines(_ line: InlineContent) {
    var node = line.first
    while let current = node {
      if current.kind == .text { text(line.literal(of: current)) } else { inline(current) }
      node = current.next
    }
  }

  private mutating func inlines(in container: MarkdownNode) {
    var node = container.first
    while let current = node {
      inline(current)
      node = current.next
    }
  }

  private mutating func inline(_ node: MarkdownNode) {
    guard depth < Self.depthLimit else { return flat(node) }
    switch node.kind {
    case .text, .htmlInline: text(node.literal)
    case .link: link(node)
    case .softBreak: endLine()
    case .lineBreak: write("<br />\n")
    case .emphasis: element("em") { $0.inlines(in: node) }
    case .strong: element("strong") { $0.inlines(in: node) }
    case .strikethrough: element("del") { $0.inlines(in: node) }
    case .codeSpan: element("code") { $0.text(node.literal) }
    case .image: image(node)
    default: inlines(in: node)
    }
  }

  /// A link that may not be followed from a page is shown as its words.
  private mutating func link(_ node: MarkdownNode) {
    let url = node.url
    guard LinkEscaping.isSafe(url) || Self.isIdentifier(url) else { return inlines(in: node) }
    write("<a href=\"")
    if Self.isIdentifier(url) {
      write("https://doi.org/")
      address(UnsafeBufferPointer(rebasing: url[4...]))
    } else {
      address(url)
    }
    tooltip(of: node)
    write("\">")
    inElement { $0.inlines(in: node) }
    write("</a>")
  }

  /// An image of another site is shown as its words.
  private mutating func image(_ node: MarkdownNode) {
    guard Self.isOwn(node.url) else { return inlines(in: node) }
    write("<img src=\"")
    address(node.url)
    write("\" alt=\"")
    node.forEachBelow { below in
      switch below.kind {
      case .text, .codeSpan, .htmlInline: attribute(below.literal)
      case .softBreak, .lineBreak: output.append(0x20)
      default: break
      }
    }
    tooltip(of: node)
    write("\" />")
  }

  private mutating func tooltip(of node: MarkdownNode) {
    guard !node.title.isEmpty else { return }
    write("\" title=\"")
    attribute(node.title)
  }

  /// Whether an address lies within the site: it names no scheme and no host.
  private static func isOwn(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !address.starts(with: "//".utf8), address.first != 0x5C else { return false }
    return !address.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }.contains(0x3A)
  }

  private static func isIdentifier(_ address: UnsafeBufferPointer<UInt8>) -> Bool { address.starts(with: "doi:".utf8) }

  /// Writes the text below `node` without elements.
  mutating func flat(_ node: MarkdownNode) {
    if !node.literal.isEmpty { text(node.literal) }
    node.forEachBelow { below in
      switch below.kind {
      case .text, .codeSpan, .htmlInline, .code, .htmlBlock: text(below.literal)
      case .softBreak, .lineBreak: endLine()
      case .paragraph, .heading, .list, .other: if output.last != 0x20 { output.append(0x20) }
      default: break
      }
    }
  }
}
