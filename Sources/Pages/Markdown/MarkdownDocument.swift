import CCmarkGFM
import Synchronization
import Text

/// A page's Markdown as cmark's tree.
enum MarkdownDocument {
  /// Parses and hands the document to `body`, after which its memory is used anew; nil where memory is short.
  static func withParsed<Result>(
    _ source: [UInt8], _ origin: MarkdownPage.Origin, _ body: (MarkdownNode) -> Result
  ) -> Result? {
    defer { MarkdownArena.reset() }
    return parse(source, origin).map(body)
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
    // What templates make of strings is valid UTF-8 and need not be looked at.
    case .template: parse(source, CMARK_OPT_DEFAULT, extensions: mayHoldTable(source) ? ["table"] : [])
    case .publisher:
      inlineExtensions.withLock { _ in
        parse(source, CMARK_OPT_VALIDATE_UTF8, extensions: ["table", "strikethrough", "autolink"])?.pointer
      }.flatMap { MarkdownNode($0) }
    }
  }

  /// Whether a line can stand below the head of a table: one of hyphens, colons and bars. The look-out for it costs
  /// cmark some of the time that it takes for a page, and most pages have none.
  private static func mayHoldTable(_ source: [UInt8]) -> Bool {
    source.withUnsafeBufferPointer { source in
      var at = 0
      while at < source.count {
        while at < source.count, source[at] == 0x20 || source[at] == 0x3E || source[at] == 0x09 { at += 1 }
        guard at + 1 < source.count else { return false }
        if source[at] == 0x7C || source[at] == 0x3A { return true }
        if source[at] == 0x2D, source[at + 1] != 0x20 { return true }
        guard let end = Octets.find(0x0A, source, from: at) else { return false }
        at = end + 1
      }
      return false
    }
  }

  private static func parse(_ source: [UInt8], _ options: Int32, extensions: [String]) -> MarkdownNode? {
    guard isRegistered, let parser = cmark_parser_new_with_mem(options, MarkdownArena.memory) else { return nil }
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    source.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    let root = cmark_parser_finish(parser)
    // Extensions that look at the finished text leave it in pieces.
    if let root, extensions.count > 1 { cmark_consolidate_text_nodes(root) }
    return MarkdownNode(root)
  }
}
