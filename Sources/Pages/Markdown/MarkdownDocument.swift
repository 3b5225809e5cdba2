import CCmarkGFM
import Synchronization
import Text

/// A page's Markdown as cmark's tree, rewritten so that cmark's own renderer prints the design's elements.
struct MarkdownDocument {
  let root: MarkdownNode

  /// Parses, rewrites, hands the document to `body`, frees it.
  static func withParsed(
    _ source: [UInt8], _ origin: MarkdownPage.Origin, _ body: (MarkdownDocument) -> MarkdownPage
  ) -> MarkdownPage {
    guard let root = parse(source, origin) else { return MarkdownPage() }
    defer { root.free() }
    cmark_consolidate_text_nodes(root.pointer)
    // Texts point into the block that they came with; blocks are about to be taken apart.
    cmark_node_own(root.pointer)
    LinkFilter.apply(to: root)
    BlockRewriter.rewrite(root)
    return body(MarkdownDocument(root: root))
  }

  private static let isRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// cmark-gfm keeps the characters that start inline extensions in tables of the process, set while it parses:
  /// of documents with such extensions there may be one at a time.
  private static let inlineExtensions = Mutex<Void>(())

  private static func parse(_ source: [UInt8], _ origin: MarkdownPage.Origin) -> MarkdownNode? {
    switch origin {
    case .template: parse(source, extensions: ["table"])
    case .publisher:
      inlineExtensions.withLock { _ in
        parse(source, extensions: ["table", "strikethrough", "autolink"])?.pointer
      }.flatMap { MarkdownNode($0) }
    }
  }

  private static func parse(_ source: [UInt8], extensions: [String]) -> MarkdownNode? {
    guard isRegistered, let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    source.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    return MarkdownNode(cmark_parser_finish(parser))
  }
}

extension MarkdownDocument {
  /// Takes out the first heading of level 1; its content as HTML.
  func takeTitle() -> Markup {
    guard let title = root.children.first(where: { $0.kind == .heading && $0.headingLevel == 1 }),
      let document = MarkdownNode.new(CMARK_NODE_DOCUMENT), let block = MarkdownNode.block()
    else { return Markup() }
    defer { document.free() }
    _ = MarkdownAttributes.take(fromEndOf: title)
    block.takeChildren(of: title)
    document.append(block)
    title.free()
    return MarkedOutput.html(of: document)
  }

  /// Takes out everything from the first heading of level 2 on, a section for each such heading, as HTML.
  func takeParts() -> Markup {
    guard let document = MarkdownNode.new(CMARK_NODE_DOCUMENT) else { return Markup() }
    defer { document.free() }
    var part: MarkdownNode?
    var count = 0
    for node in root.children {
      if node.kind == .heading, node.headingLevel <= 2 {
        count += 1
        part = Self.part(node, number: count)
        if let part { document.append(part) }
      } else {
        part?.append(node)
      }
    }
    return MarkedOutput.html(of: document)
  }

  /// What is left, as HTML.
  func html() -> Markup { MarkedOutput.html(of: root) }

  /// The section that `heading` opens, with the heading in it.
  private static func part(_ heading: MarkdownNode, number: Int) -> MarkdownNode? {
    var attributes = MarkdownAttributes.take(fromEndOf: heading) ?? MarkdownAttributes()
    let element = attributes.element ?? "section"
    let id = attributes.id ?? "h-\(number)"
    attributes.id = id
    guard let part = MarkdownNode.block("<\(element) class=\"part\" aria-labelledby=\"\(id)\">", "</\(element)>"),
      let title = MarkdownNode.inline("<h2\(attributes.html())>", "</h2>")
    else { return nil }
    title.takeChildren(of: heading)
    part.append(title)
    heading.free()
    return part
  }
}
