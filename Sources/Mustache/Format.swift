/// What a template makes, which decides how values are escaped in it.
enum Format: Sendable {
  /// HTML and XML: `.html`, `.xml`, `.svg`.
  case html
  /// Markdown: `.md`.
  case markdown
  /// Anything else: values are written as they are.
  case plain

  init(fileName: String) {
    switch fileName.split(separator: ".").last {
    case "html", "xml", "svg": self = .html
    case "md": self = .markdown
    default: self = .plain
    }
  }
}
