/// Replaces the attributes in a page's Markdown by marks, which text of papers cannot hold.
///
/// Escapers put a backslash before every brace, so only braces that a template wrote are seen.
struct MarkdownSource {
  private let text: UnsafeBufferPointer<UInt8>
  private var output: [UInt8] = []
  /// The text before this place is in the output.
  private var copied = 0

  static func prepare(_ markdown: [UInt8]) -> [UInt8] {
    guard markdown.contains(0x7B) else { return markdown }
    return markdown.withUnsafeBufferPointer { text in
      var source = MarkdownSource(text: text)
      source.output.reserveCapacity(text.count + text.count / 8 + 64)
      source.run()
      return source.output
    }
  }

  private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  private mutating func run() {
    var at = 0
    while at < text.count {
      switch text[at] {
      case 0x5C: at += 2
      case 0x7B:
        copy(to: at)
        if let end = attributesEnd(at), replace(at + 1..<end) {
          at = end + 1
          copied = at
        } else {
          at += 1
        }
      default: at += 1
      }
    }
    copy(to: text.count)
  }

  private mutating func copy(to end: Int) {
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<end]))
    copied = end
  }

  /// The place of the brace that closes the one at `at`, on the same line.
  private func attributesEnd(_ at: Int) -> Int? {
    // Attributes are short; a longer run is none.
    let limit = min(text.count, at + 200)
    return text[at..<limit].firstIndex { $0 == 0x7D || $0 == 0x0A }.flatMap { text[$0] == 0x7D ? $0 : nil }
  }

  /// Writes the marks for the attributes in `range`; false where they are none or nothing is there to have them.
  private mutating func replace(_ range: Range<Int>) -> Bool {
    let inner = text[range]
    guard MarkdownAttributes(inner) != nil else { return false }
    if output.last == 0x5D, let open = matchingBracket() {
      output.removeLast()
      output.replaceSubrange(
        open...open, with: MarkdownMark.spanStart.bytes + Array(inner) + MarkdownMark.spanOpened.bytes)
      output += MarkdownMark.spanEnd.bytes
      return true
    }
    let rest = text[(range.upperBound + 1)...].prefix { $0 != 0x0A }
    guard rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { return false }
    output += MarkdownMark.attributesStart.bytes
    output += inner
    output += MarkdownMark.attributesEnd.bytes
    return true
  }

  /// Where the bracket that the output ends with was opened, on the same line.
  private func matchingBracket() -> Int? {
    if isEscaped(output.count - 1) { return nil }
    var depth = 0
    var at = output.count - 1
    while at >= 0, output[at] != 0x0A {
      if output[at] == 0x5D, !isEscaped(at) { depth += 1 }
      if output[at] == 0x5B, !isEscaped(at) {
        depth -= 1
        if depth == 0 { return at }
      }
      at -= 1
    }
    return nil
  }

  private func isEscaped(_ at: Int) -> Bool {
    output[..<at].reversed().prefix { $0 == 0x5C }.count % 2 == 1
  }
}
