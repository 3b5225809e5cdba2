/// Writes plain text so that Markdown (CommonMark with the GFM extensions) shows it literally.
///
/// The text may stand at the start of a line, after other text, in a heading, a list item, a link text or
/// a table cell. It is one line: white space and line ends fold to one space each.
public enum MarkdownEscaping {
  /// Appends `text` with every character that could act as Markdown behind a backslash.
  public static func append(_ text: String, to output: inout [UInt8]) {
    var copy = text
    copy.withUTF8 { append($0, to: &output) }
  }

  public static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var lead = Lead.start
    var at = 0
    while at < text.count {
      if lead == .text {
        let run = inertRun(text, at)
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[at..<at + run]))
        at += run
        if at == text.count { return }
      }
      let byte = text[at]
      if byte >= 0x80 || byte < 0x20 || byte == 0x7F {
        let unwanted = TextEscaping.unwanted(text, at)
        if unwanted > 0 {
          at += unwanted
          continue
        }
      }
      let space = spaceLength(text, at)
      if space > 0 {
        at += space
        while at < text.count, case let more = spaceLength(text, at), more > 0 { at += more }
        output.append(0x20)
        if lead == .digits { lead = .text }
        if lead == .text { lead = .gap }
        continue
      }
      if needsBackslash(text, at, lead) { output.append(0x5C) }
      output.append(byte)
      lead = lead.after(byte)
      at += 1
    }
  }

  /// Bytes from `at` on, within running text, that stand for themselves; single spaces between them too.
  @inline(__always)
  private static func inertRun(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < text.count {
      if isInert(text[at]) {
        at += 1
      } else if text[at] == 0x20, at + 1 < text.count, isInert(text[at + 1]) {
        at += 2
      } else {
        break
      }
    }
    return at - start
  }

  /// Whether a byte within running text never acts: letters, digits, most marks, most of what is not ASCII.
  @inline(__always)
  private static func isInert(_ byte: UInt8) -> Bool {
    if byte < 0x40 { return 1 << UInt64(byte) & lowInert != 0 }
    if byte < 0x80 { return 1 << UInt64(byte & 0x3F) & highInert != 0 }
    return byte < 0xEF && byte != 0xC2 && byte != 0xE2
  }

  /// `" $ % ' ( ) + , - / 0-9 ; = > ?`, a bit for each: they act nowhere but at the start of a line.
  private static let lowInert: UInt64 = 0xEBFF_BBB4_0000_0000
  /// `@ A-Z ^ a-z }`, a bit for each, counted from 0x40.
  private static let highInert: UInt64 = 0x27FF_FFFE_47FF_FFFF

  /// How far the scan is from a place where characters act only by standing first.
  private enum Lead {
    /// Nothing but spaces yet.
    case start
    /// Digits alone: the number of a list item.
    case digits
    /// White space inside the text.
    case gap
    case text

    func after(_ byte: UInt8) -> Lead {
      let isDigit = byte &- 0x30 < 10
      return isDigit && (self == .start || self == .digits) ? .digits : .text
    }
  }

  @inline(__always)
  private static func needsBackslash(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ lead: Lead) -> Bool {
    switch text[at] {
    // \ ` * _ [ ] < & | ~ {
    case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x26, 0x7C, 0x7E, 0x7B: true
    // A heading's closing number signs follow a space.
    case 0x23: lead == .start || lead == .gap
    // + - = > :
    case 0x2B, 0x2D, 0x3D, 0x3E: lead == .start
    case 0x3A: lead == .start || isSchemeEnd(text, at)
    // ) . end the number of a list item; the digits may be the end of a value before this one.
    case 0x29: lead == .start || lead == .digits
    case 0x2E: lead == .start || lead == .digits || followsWWW(text, at)
    // A bracket of the template may follow.
    case 0x21: at + 1 == text.count
    default: false
    }
  }

  /// Bytes of the white space at `at`: ASCII white space, next line, line and paragraph separators.
  @inline(__always)
  private static func spaceLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    switch text[at] {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: return 1
    case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] & 0xFE == 0xA8: return 3
    default: return 0
    }
  }

  /// Whether the colon at `at` stands before `//`, where an address would link itself.
  private static func isSchemeEnd(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at + 2 < text.count && text[at + 1] == 0x2F && text[at + 2] == 0x2F
  }

  private static func followsWWW(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at >= 3 && (1...3).allSatisfy { text[at - $0] | 0x20 == 0x77 }
  }
}
