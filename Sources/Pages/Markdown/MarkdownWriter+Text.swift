import TeX
import Text

extension MarkdownWriter {
  /// Writes text of the tree: escaped, with HTML in the place of the marks.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    escape(text) { writer, mark, at in writer.write(mark, in: text, &at) }
  }

  /// Writes the value of an attribute: marks are left out, formulas are plain text.
  mutating func attribute(_ text: UnsafeBufferPointer<UInt8>) {
    escape(text) { writer, mark, at in
      switch mark {
      case .mathStart:
        HTMLEscaping.append(MathText.plain(Self.tex(text, &at)), to: &writer.output)
      case .spanStart: _ = Self.attributes(in: text, &at)
      default: writer.writeBrace(mark)
      }
    }
  }

  /// Copies `text` with references for `& < > "`; `body` is told of each mark, with the place behind it.
  private mutating func escape(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (inout MarkdownWriter, MarkdownMark, inout Int) -> Void
  ) {
    var start = 0
    var at = 0
    while true {
      at = HTMLEscaping.plainEnd(text, from: at)
      guard at < text.count else { break }
      let reference: StaticString
      switch text[at] {
      case 0x26: reference = "&amp;"
      case 0x3C: reference = "&lt;"
      case 0x3E: reference = "&gt;"
      case 0x22: reference = "&quot;"
      case 0xEF:
        guard let mark = MarkdownMark(text, at) else {
          at += 1
          continue
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
        at += 3
        body(&self, mark, &at)
        start = at
        continue
      default:
        at += 1
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
      write(reference)
      at += 1
      start = at
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
  }

  /// Writes what `mark` stands for; `at` is behind it.
  private mutating func write(_ mark: MarkdownMark, in text: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
    switch mark {
    case .mathStart: output += MathML.render(Self.tex(text, &at)).bytes
    case .markStart:
      write("<mark>")
      open.append((.markStart, depth))
    case .spanStart:
      let attributes = Self.attributes(in: text, &at)
      write("<span")
      attributes?.append(to: &output)
      output.append(0x3E)
      open.append((.spanStart, depth))
    case .markEnd: close(.markStart)
    case .spanEnd: close(.spanStart)
    default: writeBrace(mark)
    }
  }

  /// Attributes that belong to nothing are shown in their braces.
  private mutating func writeBrace(_ mark: MarkdownMark) {
    if mark == .attributesStart { output.append(0x7B) }
    if mark == .attributesEnd { output.append(0x7D) }
  }

  private static func tex(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> String {
    String(decoding: MarkdownMark.tex(text, &at), as: UTF8.self)
  }

  /// Reads the attributes of a span and moves behind them.
  private static func attributes(in text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> MarkdownAttributes? {
    let start = at
    while at < text.count, MarkdownMark(text, at) != .spanOpened { at += 1 }
    let attributes = MarkdownAttributes(text[start..<at])
    at = min(at + 3, text.count)
    return attributes
  }
}

extension MarkdownWriter {
  /// Closes the element if it is the one opened last; one across the bounds of another ends with that.
  private mutating func close(_ mark: MarkdownMark) {
    guard let last = open.last, last.mark == mark, last.depth == depth else { return }
    open.removeLast()
    write(mark == .markStart ? "</mark>" : "</span>")
  }

  /// Closes what marks opened within the element that ends here.
  mutating func closeMarks() {
    while let last = open.last, last.depth >= depth {
      open.removeLast()
      write(last.mark == .markStart ? "</mark>" : "</span>")
    }
  }

  /// Writes an address: what may not stand in one is percent-encoded.
  mutating func address(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for at in text.indices where !Self.isPlain(text[at]) {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
      start = at + 1
      switch text[at] {
      case 0x26: write("&amp;")
      case 0x27: write("&#39;")
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5B...0x5E, 0x60, 0x7B...0x7D, 0x7F...:
        output.append(0x25)
        output.append(Self.hexDigit(text[at] >> 4))
        output.append(Self.hexDigit(text[at] & 15))
      default: output.append(text[at])
      }
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<text.count]))
  }

  /// Letters, digits, `+ , - . / :`, which most addresses are made of.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte >= 0x2B && byte < 0x3B }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
