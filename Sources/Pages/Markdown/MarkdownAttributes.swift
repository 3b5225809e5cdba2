import Glibc

/// What stands in braces behind or before a piece of Markdown: `{#id .class}`, `{section .class}`.
///
/// The names lie where they were read, in the document that is being printed.
struct MarkdownAttributes {
  typealias Name = UnsafeBufferPointer<UInt8>

  /// The element to use instead of the usual one.
  private(set) var element: StaticString?
  private(set) var id: Name?
  /// A class before the others.
  private var lead: StaticString?
  /// What holds the other classes, each behind a dot; nil for none.
  private var classes: Name?

  /// Elements that may be named.
  private static let elements: [StaticString] = [
    "article", "aside", "div", "dl", "figure", "footer", "header", "nav", "section", "span",
  ]

  /// One class, or none.
  init(class name: StaticString? = nil) { lead = name }

  /// Reads what stands between the braces; nil where it is anything else than names.
  init?(_ part: Slice<UnsafeBufferPointer<UInt8>>) {
    let text = Name(rebasing: part)
    let areNames = Self.forEachWord(of: text) { sign, word in
      switch sign {
      case 0x2E: classes = text
      case 0x23 where id == nil: id = word
      case 0 where element == nil:
        guard let name = Self.element(word) else { return false }
        element = name
      default: return false
      }
      return true
    }
    if !areNames || element == nil && id == nil && classes == nil { return nil }
  }

  /// Whether `text` can be read as attributes.
  static func isValid(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { MarkdownAttributes(text) != nil }

  /// The same with a class before its own.
  func led(by name: StaticString) -> MarkdownAttributes {
    var attributes = self
    attributes.lead = name
    return attributes
  }

  func has(class name: StaticString) -> Bool {
    var isFound = lead.map { $0.holds(name) } ?? false
    forEachClass { isFound = isFound || name.holds($0) }
    return isFound
  }

  func has(element name: StaticString) -> Bool { element.map { $0.holds(name) } ?? false }

  /// Appends ` id="…" class="…"`, as far as there are any; `id` where it has none of its own.
  func append(to output: inout [UInt8], id other: [UInt8]? = nil) {
    if id != nil || other != nil {
      output.append(contentsOf: " id=\"".utf8)
      if let id { output.append(contentsOf: id) } else { output += other ?? [] }
      output.append(0x22)
    }
    guard lead != nil || classes != nil else { return }
    output.append(contentsOf: " class=\"".utf8)
    lead?.withUTF8Buffer { output.append(contentsOf: $0) }
    var isFirst = lead == nil
    forEachClass { name in
      if !isFirst { output.append(0x20) }
      isFirst = false
      output.append(contentsOf: name)
    }
    output.append(0x22)
  }
}

extension MarkdownAttributes {
  private func forEachClass(_ body: (Name) -> Void) {
    guard let classes else { return }
    _ = Self.forEachWord(of: classes) { sign, word in
      if sign == 0x2E { body(word) }
      return true
    }
  }

  private static func element(_ word: Name) -> StaticString? { elements.first { $0.holds(word) } }

  /// Hands over each word, its dot or number sign apart, which is 0 where it has none; ends where one is no name
  /// or `body` returns false, and says whether it came to the end.
  @inline(__always)
  private static func forEachWord(of text: Name, _ body: (UInt8, Name) -> Bool) -> Bool {
    var at = 0
    while at < text.count {
      if text[at] == 0x20 {
        at += 1
        continue
      }
      let sign = text[at] == 0x2E || text[at] == 0x23 ? text[at] : 0
      let start = sign == 0 ? at : at + 1
      at = start
      while at < text.count, text[at] != 0x20 { at += 1 }
      let word = Name(rebasing: text[start..<at])
      guard isName(word), body(sign, word) else { return false }
    }
    return true
  }

  @inline(__always)
  private static func isName(_ word: Name) -> Bool {
    guard let first = word.first, isLetter(first) else { return false }
    return word.allSatisfy { isLetter($0) || $0 &- 0x30 < 10 || $0 == 0x2D }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

extension StaticString {
  /// Whether these are its bytes.
  fileprivate func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard utf8CodeUnitCount == bytes.count, let other = bytes.baseAddress else { return false }
    return memcmp(utf8Start, other, bytes.count) == 0
  }

  fileprivate func holds(_ other: StaticString) -> Bool {
    other.withUTF8Buffer { holds($0) }
  }
}
