import Text

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
    while let brace = nextBrace(from: at) {
      at = brace + 1
      if isEscaped(text, brace) { continue }
      copy(to: brace)
      if let end = attributesEnd(brace), replace(brace + 1..<end) {
        at = end + 1
        copied = at
      }
    }
    copy(to: text.count)
  }

  private func nextBrace(from start: Int) -> Int? { Octets.find(0x7B, text, from: start) }

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
    guard MarkdownAttributes.isValid(inner) else { return false }
    if output.last == 0x5D, let open = matchingBracket() {
      let words = Array(output[(open + 1)..<(output.count - 1)])
      output.removeSubrange(open...)
      MarkdownMark.spanStart.append(to: &output)
      output.append(contentsOf: UnsafeBufferPointer(rebasing: inner))
      MarkdownMark.spanOpened.append(to: &output)
      output += words
      MarkdownMark.spanEnd.append(to: &output)
      return true
    }
    let rest = text[(range.upperBound + 1)...].prefix { $0 != 0x0A }
    guard rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { return false }
    MarkdownMark.attributesStart.append(to: &output)
    output.append(contentsOf: UnsafeBufferPointer(rebasing: inner))
    MarkdownMark.attributesEnd.append(to: &output)
    return true
  }

  /// Where the bracket that the output ends with was opened, on the same line.
  private func matchingBracket() -> Int? {
    output.withUnsafeBufferPointer { output in
      if isEscaped(output, output.count - 1) { return nil }
      var depth = 0
      var at = output.count - 1
      while at >= 0, output[at] != 0x0A {
        if output[at] == 0x5D, !isEscaped(output, at) { depth += 1 }
        if output[at] == 0x5B, !isEscaped(output, at) {
          depth -= 1
          if depth == 0 { return at }
        }
        at -= 1
      }
      return nil
    }
  }

  /// Whether an odd number of backslashes stands before `at`.
  @inline(__always)
  private func isEscaped(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var before = at
    while before > 0, text[before - 1] == 0x5C { before -= 1 }
    return (at - before) & 1 == 1
  }
}
