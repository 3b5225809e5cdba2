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

  init() {}

  /// Reads what stands between the braces; nil where it is anything else than names.
  init?(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    for word in text.split(separator: 0x20) {
      let name = word.dropFirst()
      switch word.first {
      case 0x2E where Self.isName(name): classes.append(String(decoding: name, as: UTF8.self))
      case 0x23 where Self.isName(name) && id == nil: id = String(decoding: name, as: UTF8.self)
      default:
        let element = String(decoding: word, as: UTF8.self)
        guard self.element == nil, Self.elements.contains(element) else { return nil }
        self.element = element
      }
    }
    if element == nil, id == nil, classes.isEmpty { return nil }
  }

  /// The same with a class before its own.
  func led(by name: String) -> MarkdownAttributes {
    var attributes = self
    attributes.classes.insert(name, at: 0)
    return attributes
  }

  /// Appends ` id="…" class="…"`, as far as there are any.
  func append(to output: inout [UInt8]) {
    if let id {
      output.append(contentsOf: " id=\"".utf8)
      output.append(contentsOf: id.utf8)
      output.append(0x22)
    }
    guard !classes.isEmpty else { return }
    output.append(contentsOf: " class=\"".utf8)
    for (index, name) in classes.enumerated() {
      if index > 0 { output.append(0x20) }
      output.append(contentsOf: name.utf8)
    }
    output.append(0x22)
  }

  private static func isName(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = word.first, isLetter(first) else { return false }
    return word.allSatisfy { isLetter($0) || $0 &- 0x30 < 10 || $0 == 0x2D }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
