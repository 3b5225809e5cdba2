import Text

/// Marks inside of Markdown for what Markdown cannot say.
///
/// They are noncharacters (U+FDD0–U+FDEF), which every escaper leaves out of text, so that no input can forge one;
/// cmark carries them through like letters, and `MarkedOutput` puts HTML in their place.
public enum MarkdownMark: UInt8, Sendable {
  /// Around words that the page marks: `<mark>`, `</mark>`.
  case markStart = 0x90
  case markEnd
  /// Around the TeX of a formula, in nibbles.
  case mathStart
  case mathEnd
  /// Around the attributes of a block, in place of `{` and `}`.
  case attributesStart
  case attributesEnd
  /// A span: start, attributes, `spanOpened`, words, end.
  case spanStart
  case spanOpened
  case spanEnd
  /// At the start of a piece of a list: its number in nibbles. A known piece holds nothing else.
  case newEntry
  case knownEntry
  case newLine
  case knownLine
  /// In the place of a known line and its paragraph's end: what follows is the next paragraph.
  case knownTitle

  /// The mark itself: U+FDD0 or one of those that follow it.
  public var bytes: [UInt8] { [0xEF, 0xB7, rawValue] }

  /// The mark at `at`, nil where none stands there.
  init?(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) {
    guard at + 2 < text.count, text[at] == 0xEF, text[at + 1] == 0xB7 else { return nil }
    self.init(rawValue: text[at + 2])
  }
}

extension MarkdownMark {
  /// Appends a formula: TeX without its dollar signs.
  public static func appendMath(_ tex: some Sequence<UInt8>, to output: inout [UInt8]) {
    mathStart.append(to: &output)
    for byte in tex {
      append(0xA0 | byte >> 4, to: &output)
      append(0xA0 | byte & 15, to: &output)
    }
    mathEnd.append(to: &output)
  }

  func append(to output: inout [UInt8]) { Self.append(rawValue, to: &output) }

  /// Appends a mark with a number.
  static func appendNumber(_ number: Int, behind mark: MarkdownMark, to output: inout [UInt8]) {
    append(mark.rawValue, to: &output)
    for place in 1...numberPlaces {
      append(0xA0 | UInt8(truncatingIfNeeded: number >> (4 * (numberPlaces - place))) & 15, to: &output)
    }
  }

  @inline(__always)
  private static func append(_ last: UInt8, to output: inout [UInt8]) {
    output.append(0xEF)
    output.append(0xB7)
    output.append(last)
  }

  /// The number behind the mark that `text` begins with.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var number = 0
    for place in 1...numberPlaces where place * 3 + 2 < text.count {
      number = number << 4 | Int(text[place * 3 + 2] & 15)
    }
    return number
  }

  /// Bytes of a mark with its number.
  static let numberedLength = 3 + 3 * numberPlaces
  /// Numbers are below this.
  static let numberLimit = 1 << (4 * numberPlaces)
  private static let numberPlaces = 4

  /// The TeX behind the start mark; moves `at` from behind that mark to behind the end mark.
  static func tex(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> [UInt8] {
    var tex: [UInt8] = []
    while at + 5 < text.count, text[at] == 0xEF, text[at + 1] == 0xB7, text[at + 2] >= 0xA0 {
      tex.append((text[at + 2] & 15) << 4 | text[at + 5] & 15)
      at += 6
    }
    if MarkdownMark(text, at) == .mathEnd { at += 3 }
    return tex
  }

  /// Markdown for readers of plain files: formulas as `$…$`, attributes and the other marks left out.
  public static func readable(_ markdown: [UInt8]) -> [UInt8] {
    let prepared = MarkdownSource.prepare(markdown)
    return prepared.withUnsafeBufferPointer { text in
      var output: [UInt8] = []
      output.reserveCapacity(text.count)
      var at = 0
      while at < text.count {
        if let mark = MarkdownMark(text, at) {
          at += 3
          write(mark, text, &at, &output)
        } else {
          output.append(text[at])
          at += 1
        }
      }
      return output
    }
  }

  /// Writes what readers of plain files see of a mark; `at` is behind it.
  private static func write(
    _ mark: MarkdownMark, _ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ output: inout [UInt8]
  ) {
    switch mark {
    case .mathStart: output += [0x24] + tex(text, &at) + [0x24]
    case .spanStart: skip(to: .spanOpened, text, &at)
    case .attributesStart:
      skip(to: .attributesEnd, text, &at)
      if output.last == 0x20 {
        output.removeLast()
      } else if output.last ?? 0x0A == 0x0A, at < text.count, text[at] == 0x0A {
        at += 1
      }
    default: break
    }
  }

  private static func skip(to end: MarkdownMark, _ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
    while at < text.count, MarkdownMark(text, at) != end { at += 1 }
    at = min(at + 3, text.count)
  }

  /// Markdown from a file without the scalars that would act as marks and without control characters.
  public static func removed(from markdown: [UInt8]) -> [UInt8] {
    markdown.withUnsafeBufferPointer { text in
      var output: [UInt8] = []
      output.reserveCapacity(text.count)
      var at = 0
      while at < text.count {
        let unwanted = TextEscaping.unwanted(text, at)
        if unwanted == 0 { output.append(text[at]) }
        at += max(1, unwanted)
      }
      return output
    }
  }
}
