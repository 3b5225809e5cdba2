import Diagnostics

/// The text of one template file.
struct Source: Sendable {
  /// Path below the folder of templates, such as `layouts/page.html`.
  let name: String
  let bytes: [UInt8]
  let format: Format

  init(name: String, text: String) {
    self.name = name
    bytes = Array(text.utf8)
    format = Format(fileName: name)
  }

  /// Line and column, both from 1, of the byte at `offset`.
  func position(_ offset: Int) -> SourcePosition {
    var line = 1
    var lineStart = 0
    for at in 0..<min(offset, bytes.count) where bytes[at] == 0x0A {
      line += 1
      lineStart = at + 1
    }
    return SourcePosition(file: name, line: line, column: offset - lineStart + 1)
  }

  func error(_ id: String, at offset: Int, _ summary: String, hint: String? = nil) -> Diagnostic {
    Diagnostic("template.\(id)", .error, at: position(offset), summary, hint: hint)
  }

  /// The hint that asks for the nearest of `names`, nil where none is near.
  static func didYouMean(_ word: String, among names: some Sequence<String>) -> String? {
    NearMiss.suggestion(for: word, among: names.sorted()).map { "did you mean \"\($0)\"?" }
  }
}
