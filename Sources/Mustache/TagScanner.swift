import Diagnostics

/// Cuts a template into lines of tokens.
struct TagScanner {
  private let source: Source
  private var open: [UInt8] = [0x7B, 0x7B]
  private var close: [UInt8] = [0x7D, 0x7D]
  private var at = 0
  private var lines: [[Token]] = [[]]

  /// The lines of `source`; a tag that spans lines belongs to the line on which it starts.
  static func lines(of source: Source) throws(Diagnostic) -> [[Token]] {
    var scanner = TagScanner(source: source)
    try scanner.scan()
    return scanner.lines
  }

  private init(source: Source) { self.source = source }

  private mutating func scan() throws(Diagnostic) {
    let bytes = source.bytes
    var textStart = 0
    while at < bytes.count {
      if matches(open, at) {
        addText(textStart..<at)
        let tag = try tag()
        lines[lines.count - 1].append(.tag(tag))
        at = tag.end
        textStart = at
      } else {
        at += 1
        if bytes[at - 1] == 0x0A {
          addText(textStart..<at)
          lines.append([])
          textStart = at
        }
      }
    }
    addText(textStart..<at)
  }

  private mutating func addText(_ range: Range<Int>) {
    if !range.isEmpty { lines[lines.count - 1].append(.text(range)) }
  }

  /// The tag that starts at `at`.
  private mutating func tag() throws(Diagnostic) -> Tag {
    let start = at
    var content = start + open.count
    let sigil = content < source.bytes.count ? source.bytes[content] : 0
    let kind = Self.kind(sigil)
    if kind != .value { content += 1 }
    var ending = close
    if sigil == 0x7B { ending.insert(0x7D, at: 0) }
    if sigil == 0x3D { ending.insert(0x3D, at: 0) }
    guard let contentEnd = find(ending, from: content) else {
      throw source.error("unclosed-tag", at: start, "this tag is never closed with \(Self.text(ending))")
    }
    let end = contentEnd + ending.count
    let text = String(decoding: source.bytes[content..<contentEnd], as: UTF8.self)
    if sigil == 0x3D { try changeDelimiters(text, at: start) }
    if kind == .silent { return Tag(kind: .silent, name: "", start: start, end: end) }
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    guard words.count == 1, let name = words.first else {
      throw source.error("bad-tag", at: start, "a tag holds one name, not \"\(text.prefix(40))\"")
    }
    return Tag(kind: kind, name: String(name), start: start, end: end)
  }

  private static func kind(_ sigil: UInt8) -> Tag.Kind {
    switch sigil {
    case 0x7B, 0x26: .raw
    case 0x23: .section
    case 0x5E: .inverted
    case 0x2F: .close
    case 0x3E: .partial
    case 0x3C: .parent
    case 0x24: .block
    case 0x21, 0x3D: .silent
    default: .value
    }
  }

  private mutating func changeDelimiters(_ text: String, at start: Int) throws(Diagnostic) {
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    guard words.count == 2, !words.contains(where: { $0.contains("=") }) else {
      throw source.error("bad-tag", at: start, "a change of delimiters names two, such as {{=<% %>=}}")
    }
    open = Array(words[0].utf8)
    close = Array(words[1].utf8)
  }

  private func matches(_ pattern: [UInt8], _ offset: Int) -> Bool {
    guard offset + pattern.count <= source.bytes.count else { return false }
    for (index, byte) in pattern.enumerated() where source.bytes[offset + index] != byte { return false }
    return true
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset + pattern.count <= source.bytes.count {
      if matches(pattern, offset) { return offset }
      offset += 1
    }
    return nil
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
