/// Cuts UTF-8 text into atoms: maximal runs of letters, marks and digits, each with the gap before it.
///
/// It is the one place that decides where a word begins and ends; features, phrases and search read its
/// atoms and differ only in what they make of the gaps.
public struct WordScanner: Sequence, IteratorProtocol {
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

    @inlinable
    public init(start: Int, end: Int, gap: Gap) {
      self.start = start
      self.end = end
      self.gap = gap
    }
  }

  @usableFromInline let text: UnsafeBufferPointer<UInt8>
  /// End of the atom before.
  @usableFromInline var at = 0
  @usableFromInline var isFirst = true

  /// Reads the atoms of `text`, which must stay where it is until the last of them is read.
  ///
  /// Bytes that are no valid UTF-8 count as punctuation.
  @inlinable
  public init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The next atom, nil at the end of the text.
  @inlinable @inline(__always)
  public mutating func next() -> Atom? {
    var start = at
    while start < text.count {
      // Most gaps are one blank.
      let end = text[start] == 0x20 ? start : Self.wordEnd(text, start)
      if end > start {
        let gap = gap(before: start)
        at = end
        isFirst = false
        return Atom(start: start, end: end, gap: gap)
      }
      start += Swift.max(1, UTF8Decoding.length(text, start))
    }
    at = start
    return nil
  }

  /// The atoms of `text`, in order.
  public static func atoms(_ text: String) -> [Atom] {
    var copy = text
    return copy.withUTF8 { Array(WordScanner($0)) }
  }
}

extension WordScanner {
  @inlinable @inline(__always)
  func gap(before start: Int) -> Gap {
    if isFirst { return start == 0 ? .start : Self.kind(text, at..<start, first: true) }
    return start == at + 1 && text[at] == 0x20 ? .space : Self.kind(text, at..<start, first: false)
  }

  @usableFromInline
  static func kind(_ text: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>, first: Bool) -> Gap {
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

  /// End of the letters, marks and digits that stand from `start` on; `start` where none do.
  @inlinable @inline(__always)
  static func wordEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while true {
      at = Octets.skipWord(text, from: at)
      guard at < text.count, text[at] >= 0x80 else { return at }
      let length = wordLength(text, at)
      if length == 0 { return at }
      at += length
    }
  }

  /// Bytes of the letter, mark or digit at `at` that is not ASCII, 0 where none stands there.
  ///
  /// It stands apart so that no other atom pays for what Unicode's tables want to be made ready.
  @usableFromInline @inline(never)
  static func wordLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let length = UTF8Decoding.length(text, at)
    guard length > 1, let scalar = UTF8Decoding.scalar(text, at, length) else { return 0 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return length
    default: return 0
    }
  }
}
