/// Cuts UTF-8 text into atoms: maximal runs of letters, marks and digits, each with the gap before it.
///
/// It is the one place that decides where a word begins and ends; features, phrases and search read its
/// atoms and differ only in what they make of the gaps.
public struct WordScanner {
  /// What stands between an atom and the one before it.
  public enum Gap: UInt8, Sendable {
    /// First atom of the text.
    case start
    /// White space alone.
    case space
    /// One hyphen without white space: `pre-training`.
    case hyphen
    /// One apostrophe without white space: `Moore's`.
    case apostrophe
    /// One full stop without white space: `2.5`, `Node.js`.
    case dot
    /// One slash without white space: `and/or`.
    case slash
    /// Anything else: punctuation, brackets, symbols.
    case punctuation
  }

  /// A run of letters, marks and digits.
  public struct Atom: Sendable, Equatable {
    /// Byte offsets in the scanned text.
    public var start: Int
    public var end: Int
    public var gap: Gap

    public init(start: Int, end: Int, gap: Gap) {
      self.start = start
      self.end = end
      self.gap = gap
    }
  }

  /// Calls `body` with each atom of `text` in order.
  ///
  /// Bytes that are no valid UTF-8 count as punctuation.
  public static func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (Atom) -> Void) {
    var at = 0
    var gapStart = 0
    var first = true
    while at < text.count {
      let length = wordLength(text, at)
      if length == 0 {
        at += max(1, scalarLength(text, at))
        continue
      }
      let start = at
      at += length
      while at < text.count {
        let more = wordLength(text, at)
        if more == 0 { break }
        at += more
      }
      let gap = first && start == 0 ? .start : kind(text, gapStart..<start, first: first)
      body(Atom(start: start, end: at, gap: gap))
      first = false
      gapStart = at
    }
  }

  /// The atoms of `text`, in order.
  public static func atoms(_ text: String) -> [Atom] {
    var found: [Atom] = []
    var copy = text
    copy.withUTF8 { bytes in scan(bytes) { found.append($0) } }
    return found
  }
}

extension WordScanner {
  private static func kind(_ text: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>, first: Bool) -> Gap {
    if gap.count == 1 {
      switch text[gap.lowerBound] {
      case 0x2D: return first ? .punctuation : .hyphen
      case 0x27: return first ? .punctuation : .apostrophe
      case 0x2E: return first ? .punctuation : .dot
      case 0x2F: return first ? .punctuation : .slash
      case 0x20, 0x09, 0x0A, 0x0D: return first ? .start : .space
      default: return .punctuation
      }
    }
    // U+2010 and U+2011 are hyphens, U+2019 an apostrophe, U+00A0 a space.
    if gap.count == 3, text[gap.lowerBound] == 0xE2, text[gap.lowerBound + 1] == 0x80 {
      switch text[gap.lowerBound + 2] {
      case 0x90, 0x91: return .hyphen
      case 0x99: return .apostrophe
      default: return .punctuation
      }
    }
    for at in gap where text[at] != 0x20 && text[at] != 0x09 && text[at] != 0x0A && text[at] != 0x0D {
      if text[at] == 0xC2 && at + 1 < gap.upperBound && text[at + 1] == 0xA0 { continue }
      if text[at] == 0xA0 && at > gap.lowerBound && text[at - 1] == 0xC2 { continue }
      return .punctuation
    }
    return first ? .start : .space
  }

  /// Bytes of the letter, mark or digit at `at`, 0 where none stands there.
  @inline(__always)
  private static func wordLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = text[at]
    if byte < 0x80 {
      let letter = (byte | 0x20) &- 0x61 < 26
      let digit = byte &- 0x30 < 10
      return letter || digit ? 1 : 0
    }
    let length = scalarLength(text, at)
    guard length > 1, let scalar = UTF8Decoding.scalar(text, at, length) else { return 0 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return length
    default: return 0
    }
  }

  @inline(__always)
  private static func scalarLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    UTF8Decoding.length(text, at)
  }
}
