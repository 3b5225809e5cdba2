/// What stands in braces behind or before a piece of Markdown: `{#id .class}`, `{section .class}`.
struct MarkdownAttributes: Equatable {
  /// The element to use instead of the usual one.
  var element: String?
  var id: String?
  /// Classes as HTML writes them, one space between two; empty for none.
  var classes = ""

  /// Elements that may be named.
  private static let elements: Set<String> = [
    "article", "aside", "div", "dl", "figure", "footer", "header", "nav", "section", "span",
  ]

  init() {}

  /// Reads what stands between the braces; nil where it is anything else than names.
  init?(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    let areNames = Self.forEachWord(of: text) { sign, word in
      switch sign {
      case 0x2E: add(class: word)
      case 0x23 where id == nil: id = String(decoding: word, as: UTF8.self)
      case 0 where element == nil:
        let name = String(decoding: word, as: UTF8.self)
        guard Self.elements.contains(name) else { return false }
        element = name
      default: return false
      }
      return true
    }
    if !areNames || element == nil && id == nil && classes.isEmpty { return nil }
  }

  /// Whether `text` can be read as attributes.
  static func isValid(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var hasElement = false
    var hasID = false
    var count = 0
    let areNames = forEachWord(of: text) { sign, word in
      count += 1
      switch sign {
      case 0x2E: return true
      case 0x23:
        defer { hasID = true }
        return !hasID
      default:
        defer { hasElement = true }
        return !hasElement && elements.contains(String(decoding: word, as: UTF8.self))
      }
    }
    return areNames && count > 0
  }

  /// The same with a class before its own.
  func led(by name: String) -> MarkdownAttributes {
    var attributes = self
    attributes.classes = classes.isEmpty ? name : "\(name) \(classes)"
    return attributes
  }

  func has(class name: String) -> Bool {
    if classes.utf8.count <= name.utf8.count { return classes == name }
    guard classes.utf8.contains(0x20) else { return false }
    return classes.utf8.split(separator: 0x20).contains { $0.elementsEqual(name.utf8) }
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
    output.append(contentsOf: classes.utf8)
    output.append(0x22)
  }
}

extension MarkdownAttributes {
  private mutating func add(class name: Slice<UnsafeBufferPointer<UInt8>>) {
    if !classes.isEmpty { classes += " " }
    classes += String(decoding: name, as: UTF8.self)
  }

  /// Hands over each word, its dot or number sign apart, which is 0 where it has none; ends where one is no name
  /// or `body` returns false, and says whether it came to the end.
  @inline(__always)
  private static func forEachWord(
    of text: Slice<UnsafeBufferPointer<UInt8>>, _ body: (UInt8, Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  ) -> Bool {
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] == 0x20 {
        at += 1
        continue
      }
      let sign = text[at] == 0x2E || text[at] == 0x23 ? text[at] : 0
      let start = sign == 0 ? at : at + 1
      at = start
      while at < text.endIndex, text[at] != 0x20 { at += 1 }
      guard isName(text[start..<at]), body(sign, text[start..<at]) else { return false }
    }
    return true
  }

  @inline(__always)
  private static func isName(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = word.first, isLetter(first) else { return false }
    return word.allSatisfy { isLetter($0) || $0 &- 0x30 < 10 || $0 == 0x2D }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
