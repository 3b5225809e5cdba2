/// Cuts running text into sentences.
///
/// A mark ends a sentence where white space and a likely beginning follow; abbreviations, initials, decimals, numbers
/// of lists and marks inside brackets or formulas do not. Rules rather than a model: abstracts are edited prose.
public struct Sentences {
  /// UTF-8 ranges of the sentences, in order, without the white space between them; together they hold all the text.
  public static func ranges(in text: String) -> [Range<Int>] {
    var copy = text
    return copy.withUTF8 { ranges(in: $0) }
  }

  /// The same over bytes.
  public static func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var scan = Sentences(text: text)
    scan.run()
    return scan.found
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var found: [Range<Int>] = []
  private var start = 0
  /// Where the innermost open round bracket stands, nil outside brackets.
  private var bracket: Int?

  /// Brackets farther apart are taken for mistakes.
  private static let bracketReach = 240

  private init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  private mutating func run() {
    start = skipSpace(0)
    var at = start
    while true {
      at = skipPlain(at)
      guard at < text.count else { break }
      let mark = SentenceMark.at(text, at)
      switch text[at] {
      case 0x28: bracket = at
      case 0x29: bracket = nil
      default: break
      }
      guard mark.length > 0 else {
        at += 1
        continue
      }
      let end = skipClosing(at + mark.length)
      let next = skipSpace(end)
      if next >= text.count || (mark.needsNoSpace && end == next) || (next > end && ends(at, end, next)) {
        close(end, next)
      }
      at = max(end, at + 1)
    }
    if start < text.count { close(text.count, text.count) }
  }

  /// The first place at or behind `from` that may hold a mark or a bracket.
  private func skipPlain(_ from: Int) -> Int {
    var at = from
    while true {
      at = Octets.skip(text, from: at) {
        // Full stops, round brackets, exclamation and question marks, and what is not ASCII.
        Octets.have(0x2E, $0) | Octets.have(0x29, without: 0x01, $0) | Octets.have(0x21, $0) | Octets.have(0x3F, $0)
          | $0
      }
      let end = min(at + 8, text.count)
      while at < end, text[at] < 0x80, ![0x2E, 0x28, 0x29, 0x21, 0x3F].contains(text[at]) { at += 1 }
      if at < end || at >= text.count { return at }
    }
  }

  private mutating func close(_ end: Int, _ next: Int) {
    var last = end
    while last > start, text[last - 1].isBlank { last -= 1 }
    if last > start { found.append(start..<last) }
    start = next
    bracket = nil
  }

  /// Whether the mark at `at` ends a sentence, given that closing marks up to `end`, white space and `next` follow.
  private func ends(_ at: Int, _ end: Int, _ next: Int) -> Bool {
    if !text[at..<end].contains(0x29), isBracketed(at) { return false }
    if text[at] != 0x2E { return SentenceMark.mayBegin(text, next) }
    if at > start, text[at - 1].isBlank { return true }
    guard SentenceMark.mayBegin(text, next) else { return false }
    let word = wordBefore(at)
    if word.isEmpty { return true }
    let isNumber = text[word].allSatisfy { $0 &- 0x30 < 10 }
    if isNumber { return word.lowerBound > start }
    switch Abbreviations.kind(text, word) {
    case .never: return false
    case .beforeOpener: return Abbreviations.isOpener(text, next)
    case .none: return true
    }
  }

  /// Letters, digits, full stops and hyphens right before the mark.
  private func wordBefore(_ at: Int) -> Range<Int> {
    var first = at
    while first > start {
      let byte = text[first - 1]
      guard byte >= 0x80 || byte &- 0x30 < 10 || byte | 0x20 &- 0x61 < 26 || byte == 0x2E || byte == 0x2D else { break }
      first -= 1
    }
    return first..<at
  }

  private func isBracketed(_ at: Int) -> Bool {
    guard let bracket, at - bracket < Self.bracketReach else { return false }
    for ahead in at + 1..<min(text.count, at + Self.bracketReach) {
      if text[ahead] == 0x29 { return true }
      if text[ahead] == 0x28 { return false }
    }
    return false
  }

  private func skipSpace(_ from: Int) -> Int {
    var at = from
    while at < text.count, text[at].isBlank { at += 1 }
    return at
  }

  /// Goes past marks, quotes and brackets that close with the sentence.
  private func skipClosing(_ from: Int) -> Int {
    var at = from
    while at < text.count {
      switch text[at] {
      case 0x2E, 0x21, 0x3F, 0x22, 0x27, 0x29, 0x5D: at += 1
      // U+2019 and U+201D are closing quotes.
      case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && (text[at + 2] == 0x99 || text[at + 2] == 0x9D):
        at += 3
      default: return at
      }
    }
    return at
  }
}

/// Marks that may end a sentence, and bytes that may begin one.
enum SentenceMark {
  /// Bytes of the mark at `at`, 0 where none stands there; ideographic marks need no white space after them.
  static func at(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (length: Int, needsNoSpace: Bool) {
    switch text[at] {
    case 0x2E, 0x21, 0x3F: return (1, false)
    case 0xE3 where matches(text, at, 0x80, 0x82): return (3, true)
    case 0xEF where matches(text, at, 0xBC, 0x81) || matches(text, at, 0xBC, 0x9F): return (3, true)
    case 0xE0 where matches(text, at, 0xA5, 0xA4): return (3, false)
    case 0xD8 where at + 1 < text.count && text[at + 1] == 0x9F: return (2, false)
    case 0xDB where at + 1 < text.count && text[at + 1] == 0x94: return (2, false)
    default: return (0, false)
    }
  }

  private static func matches(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ second: UInt8, _ third: UInt8) -> Bool {
    at + 2 < text.count && text[at + 1] == second && text[at + 2] == third
  }

  /// Anything but a word in lower case and closing marks: names such as `iPhone` and `word2vec` show by what they hold.
  static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let byte = text[at]
    if byte >= 0x80 {
      let length = UTF8Decoding.length(text, at)
      guard length > 0, let scalar = UTF8Decoding.scalar(text, at, length) else { return true }
      return !scalar.properties.isLowercase && scalar != "–" && scalar != "—"
    }
    if byte &- 0x61 < 26 {
      var ahead = at + 1
      while ahead < text.count, text[ahead] | 0x20 &- 0x61 < 26 {
        if text[ahead] &- 0x41 < 26 { return true }
        ahead += 1
      }
      return ahead > at + 2 && ahead < text.count && text[ahead] &- 0x30 < 10
    }
    return ![0x2C, 0x3B, 0x3A, 0x29, 0x5D, 0x7D, 0x2E, 0x3D, 0x2B, 0x2F].contains(byte)
  }
}

extension UInt8 {
  /// White space of ASCII.
  var isBlank: Bool { self == 0x20 || self &- 0x09 < 5 }
}
