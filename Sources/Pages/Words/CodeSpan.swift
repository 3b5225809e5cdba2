import Text

/// Text as a code span of Markdown.
enum CodeSpan {
  /// A span that shows `text` letter by letter, for a cell of a table too.
  static func markup(_ text: String) -> Markup {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let line = PlainText.folded(text).replacing("|", with: "\\|")
    return Markup(trusted: longest > 0 ? "\(fence) \(line) \(fence)" : "\(fence)\(line)\(fence)")
  }
}
