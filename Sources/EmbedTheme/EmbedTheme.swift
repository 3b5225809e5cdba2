import Foundation

/// Writes the files of the `Templates` folder into one Swift source, so that the program carries its theme.
///
/// Usage: `EmbedTheme OUTPUT ROOT FILE…`, each file below ROOT.
@main
struct EmbedTheme {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { throw CocoaError(.fileReadUnknown) }
    let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
    var source = "enum EmbeddedTheme {\n  static let files: [(name: String, text: String)] = [\n"
    for path in arguments.dropFirst(3).sorted() {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let fence = rawFence(for: text)
      source += "    (\(fence)\"\(path.dropFirst(root.count))\"\(fence), \(fence)\"\"\"\n"
      source += text + "\n\"\"\"\(fence)),\n"
    }
    source += "  ]\n}\n"
    try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  /// Enough number signs that nothing in `text` ends the raw literal or interpolates.
  static func rawFence(for text: String) -> String {
    var fence = "#"
    while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
    return fence
  }
}
