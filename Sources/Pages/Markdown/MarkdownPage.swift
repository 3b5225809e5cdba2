import Text

/// The HTML of a page's Markdown, cut where layouts need it.
///
/// What the Markdown may hold beyond CommonMark is told in `Docs/templates.md`: lines of attributes such as
/// `{.entries}` before a block, `{#id}` behind a heading, `[words]{.class}` for a span, and the marks of
/// `MarkdownMark` for what was found in the text of papers.
public struct MarkdownPage: Sendable, Equatable {
  /// What the first `# heading` holds, without its tag; empty where there is none.
  public var heading = Markup()
  /// What stands before the first `## heading`, the title aside.
  public var opening = Markup()
  /// The rest: one `<section class="part">` for each `## heading`.
  public var parts = Markup()

  /// Who wrote the Markdown.
  public enum Origin: Sendable {
    /// A template of a page and what it shows; tables are understood.
    case template
    /// A publisher: tables, `~~struck~~` words and addresses that link themselves are understood.
    case publisher
  }

  public init() {}

  /// Parses `markdown` with cmark-gfm and prints its tree: HTML in it is shown as text, images must be the site's own,
  /// links may be relative or lead to http, https and mailto.
  public init(_ markdown: [UInt8], from origin: Origin = .template) {
    self.init(markdown, from: origin, pieces: nil)
  }

  /// The same, with pieces of lists printed once for all pages.
  init(_ markdown: [UInt8], from origin: Origin, pieces cache: PieceCache?) {
    let pieces = origin == .template ? cache.flatMap { PieceSource(markdown, $0) } : nil
    let source = MarkdownSource.prepare(pieces?.markdown ?? markdown)
    self =
      MarkdownDocument.withParsed(source, origin) {
        MarkdownPage($0, length: markdown.count, pieces, cache)
      } ?? MarkdownPage()
  }

  private init(_ root: MarkdownNode, length: Int, _ pieces: PieceSource?, _ cache: PieceCache?) {
    var opening = MarkdownWriter(reserving: 512)
    if let pieces { opening.knownPieces = pieces.known }
    var parts = MarkdownWriter(reserving: length + length / 2)
    if let pieces { parts.knownPieces = pieces.known }
    var hasTitle = false
    var count = 0
    // Blocks run up to the next heading of a title or a part.
    var start = root.first
    var node = start
    while let block = node {
      node = block.next
      guard block.kind == .heading, block.headingLevel <= 2 else { continue }
      Self.close(&opening, &parts, from: start, until: block, count)
      if !hasTitle, block.headingLevel == 1 {
        hasTitle = true
        heading = Compounds.kept(MarkdownWriter.title(block))
      } else {
        if count > 0 { parts.endPart() }
        count += 1
        parts.beginPart(block, number: count)
      }
      start = node
    }
    Self.close(&opening, &parts, from: start, until: nil, count)
    if count > 0 { parts.endPart() }
    if let pieces, let cache {
      cache.keep(opening.madePieces, of: opening.output, pieces.fingerprints)
      cache.keep(parts.madePieces, of: parts.output, pieces.fingerprints)
    }
    self.opening = opening.markup()
    self.parts = parts.markup()
  }

  private static func close(
    _ opening: inout MarkdownWriter, _ parts: inout MarkdownWriter, from start: MarkdownNode?,
    until end: MarkdownNode?, _ count: Int
  ) {
    if count == 0 { opening.blocks(from: start, until: end) } else { parts.blocks(from: start, until: end) }
  }
}
