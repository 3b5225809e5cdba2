/// What stands in braces behind or before a piece of Markdown: `{#id .class}`, `{section .class}`.
struct MarkdownAttributes: Equatable {
  /// The element to use instead of the usual one.
  var element: String?
  var id: String?
  var classes: [String] = []

  /// Elements that may be named.
  private static let elements: Set<String> = [
    "article", "aside", "div", "dl", "figure", "footer", "header", "nav", "section", "span",
  ]

  /// Reads what stands between the braces; nil where it is anything else than names.
  init?(_ text: some Collection<UInt8>) {
    for word in text.split(separator: 0x20) {
      let name = String(decoding: word.dropFirst(), as: UTF8.self)
      switch word.first {
      case 0x2E where Self.isName(word.dropFirst()): classes.append(name)
      case 0x23 where Self.isName(word.dropFirst()) && id == nil: id = name
      default:
        let element = String(decoding: word, as: UTF8.self)
        guard self.element == nil, Self.elements.contains(element) else { return nil }
        self.element = element
      }
    }
    if self == MarkdownAttributes() { return nil }
  }

  init() {}

  /// ` id="…" class="…"`, with `more` classes before its own.
  func html(_ more: String...) -> String {
    let all = more + classes
    return (id.map { " id=\"\($0)\"" } ?? "") + (all.isEmpty ? "" : " class=\"\(all.joined(separator: " "))\"")
  }

  /// As it was written.
  var source: String {
    ([element].compactMap { $0 } + [id].compactMap { $0.map { "#" + $0 } } + classes.map { "." + $0 })
      .joined(separator: " ")
  }

  private static func isName(_ word: some Collection<UInt8>) -> Bool {
    guard let first = word.first, isLetter(first) else { return false }
    return word.allSatisfy { isLetter($0) || $0 &- 0x30 < 10 || $0 == 0x2D }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

extension MarkdownAttributes {
  /// Takes the attributes that stand between marks at the end of `block`: `## Heading {#id}`.
  static func take(fromEndOf block: MarkdownNode) -> MarkdownAttributes? {
    guard let text = block.last, text.kind == .text else { return nil }
    let bytes = Array(text.literal.utf8)
    let (start, end) = (MarkdownMark.attributesStart.bytes, MarkdownMark.attributesEnd.bytes)
    guard bytes.suffix(3) == end[...], let open = bytes.lastIndex(of: start) else { return nil }
    let attributes = MarkdownAttributes(bytes[(open + 3)..<(bytes.count - 3)])
    let rest = bytes[..<open]
    text.literal = String(decoding: rest[..<((rest.lastIndex { $0 != 0x20 }).map { $0 + 1 } ?? 0)], as: UTF8.self)
    return attributes
  }

  /// Takes the attributes that are the whole first line of `block`: a line of its own, or one above its text.
  static func take(fromStartOf block: MarkdownNode) -> MarkdownAttributes? {
    guard let text = block.first, text.kind == .text else { return nil }
    let bytes = Array(text.literal.utf8)
    let (start, end) = (MarkdownMark.attributesStart.bytes, MarkdownMark.attributesEnd.bytes)
    guard bytes.prefix(3) == start[...], bytes.suffix(3) == end[...], text.next.map({ $0.kind == .softBreak }) ?? true
    else { return nil }
    let attributes = MarkdownAttributes(bytes[3..<(bytes.count - 3)])
    text.next?.free()
    text.free()
    return attributes
  }
}

extension [UInt8] {
  /// Where the last occurrence of `pattern` starts.
  fileprivate func lastIndex(of pattern: [UInt8]) -> Int? {
    guard count >= pattern.count else { return nil }
    return (0...(count - pattern.count)).last { self[$0..<($0 + pattern.count)] == pattern[...] }
  }
}
