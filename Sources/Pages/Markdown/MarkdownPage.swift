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

  /// Renders `markdown` with cmark-gfm in its safe mode: HTML in it is shown as text, images must be the site's own,
  /// links may be relative or lead to http, https and mailto.
  public init(_ markdown: [UInt8], from origin: Origin = .template) {
    let source = MarkdownSource.prepare(markdown)
    self = MarkdownDocument.withParsed(source, origin) { document in
      var page = MarkdownPage()
      page.heading = document.takeTitle()
      page.parts = document.takeParts()
      page.opening = document.html()
      return page
    }
  }
}
