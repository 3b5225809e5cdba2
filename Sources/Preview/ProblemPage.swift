import Diagnostics
import Text

/// The page that stands for every other while a build fails: what is wrong, where, how to mend it.
enum ProblemPage {
  /// Diagnostics beyond this many are counted.
  private static let most = 50

  static func html(_ problems: [Diagnostic]) -> [UInt8] {
    let worst = problems.filter { $0.severity == .error }
    let shown = worst.isEmpty ? problems : worst
    var html = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'self'">
      <meta name="viewport" content="width=device-width">
      <title>The edition was not built</title>
      <link rel="stylesheet" href="/\(PreviewFiles.style)">
      </head>
      <body>
      <h1>The edition was not built</h1>
      <p>The one before it stands. This page reloads once the fault is mended.</p>
      <ol>

      """
    for problem in shown.prefix(most) { html += item(problem) }
    html += "</ol>\n"
    if shown.count > most { html += "<p>And \(shown.count - most) more.</p>\n" }
    return Array((html + "</body>\n</html>\n").utf8)
  }

  private static func item(_ problem: Diagnostic) -> String {
    var html = "<li><p class=\"\(problem.severity.word)\"><strong>\(escaped(problem.summary))</strong></p>\n"
    if let position = problem.position {
      let numbers = [position.line, position.column].prefix { $0 > 0 }.map { ":\($0)" }.joined()
      html += "<p><code>\(escaped(position.file))\(numbers)</code> \(escaped(problem.id))</p>\n"
    }
    if let hint = problem.hint { html += "<p>\(escaped(hint))</p>\n" }
    return html + "</li>\n"
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    HTMLEscaping.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
