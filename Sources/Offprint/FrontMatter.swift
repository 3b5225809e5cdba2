import Diagnostics
import Planning
import Publishing
import Yams

/// The lines between `---` at the head of a publisher's page: title, order, draft.
enum FrontMatter {
  /// The page in `text`; nil for a draft.
  /// - Throws: a diagnostic with line and column for an unknown key or a wrong type.
  static func page(_ text: String, file: String) throws(Failure) -> UserPage? {
    let (head, body) = split(text)
    let name = FileSystem.name(of: file)
    let stem = String(name.dropLast(name.hasSuffix(".md") ? 3 : 0))
    var page = UserPage(stem: stem, file: file, title: firstHeading(body) ?? stem, markdown: body)
    guard let head else { return page }
    var isDraft = false
    for (key, value) in try mapping(head, file: file) {
      switch key.string {
      case "title": page.title = value.string ?? page.title
      case "order": page.order = try expect(value.int, "a whole number", value, file)
      case "draft": isDraft = try expect(value.bool, "`true` or `false`", value, file)
      default:
        throw problem(
          "page.unknown-key", key, file, "There is no key \"\(key.string ?? "")\" for a page.",
          hint: "The keys are: title, order, draft.")
      }
    }
    return isDraft ? nil : page
  }

  private static func split(_ text: String) -> (head: String?, body: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return (nil, text) }
    return (lines[1..<end].joined(separator: "\n"), lines[(end + 1)...].joined(separator: "\n"))
  }

  private static func firstHeading(_ body: String) -> String? {
    body.split { $0.isNewline }.first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
  }

  private static func mapping(_ head: String, file: String) throws(Failure) -> [(Node, Node)] {
    let root: Node?
    do { root = try Yams.compose(yaml: head) } catch {
      throw Failure(Diagnostic("page.yaml", .error, at: SourcePosition(file: file, line: 1), "\(error)"))
    }
    guard let root else { return [] }
    guard case .mapping(let mapping) = root else {
      throw problem("page.front-matter", root, file, "`key: value` lines are expected between the two `---`.")
    }
    return mapping.map { ($0.key, $0.value) }
  }

  private static func expect<Value>(
    _ value: Value?, _ what: String, _ node: Node, _ file: String
  ) throws(Failure) -> Value {
    if let value { return value }
    throw problem("page.type", node, file, "\(what) is expected here.")
  }

  private static func problem(
    _ id: String, _ node: Node, _ file: String, _ summary: String, hint: String? = nil
  ) -> Failure {
    // The front matter starts on the file's second line.
    let position = SourcePosition(file: file, line: (node.mark?.line ?? 0) + 1, column: node.mark?.column ?? 0)
    return Failure(Diagnostic(id, .error, at: position, summary, action: "Nothing was built.", hint: hint))
  }
}
