import Diagnostics
import Mustache
import Planning

/// What all pages of an edition are made with.
struct Shared: Sendable {
  let texts: PreparedTexts
  let pieces = PieceCache()
}

/// The way of one kind of page: its model into a Markdown template, cmark, an HTML template.
struct Chain<Body: Viewable>: Sendable {
  private let markdown: Template<Body>
  private let layout: Template<Screen<Body>>
  private let origin: MarkdownPage.Origin

  /// Compiles `pages/name.md` and `layouts/name.html`.
  init(_ name: String, _ templates: TemplateSet, origin: MarkdownPage.Origin = .template) throws(Failure) {
    markdown = try templates.template("pages/\(name).md", for: Body.self)
    layout = try templates.template("layouts/\(name).html", for: Screen<Body>.self)
    self.origin = origin
  }

  func render(_ page: consuming Page<Body>, _ shared: Shared, withMarkdown: Bool) -> OutputPage {
    var source: [UInt8] = []
    source.reserveCapacity(8_192)
    markdown.render(page.body, texts: shared.texts, into: &source)
    let body = MarkdownPage(source, from: origin, pieces: shared.pieces)
    let path = page.path
    let screen = Screen(
      frame: page.frame, page: page.body, heading: body.heading, opening: body.opening, parts: body.parts)
    var html: [UInt8] = []
    html.reserveCapacity(source.count * 2 + 6_144)
    layout.render(screen, texts: shared.texts, into: &html)
    return OutputPage(path: path, html: html, markdown: withMarkdown ? MarkdownMark.readable(source) : nil)
  }
}
