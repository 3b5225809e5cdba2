import TeX

/// Text of a paper without markup of its own, on one line.
enum PlainText {
  /// Longest sentence in a list, in letters.
  static let sentenceLimit = 230

  /// `text` with white space folded and its formulas as plain text.
  static func of(_ text: String) -> String {
    var copy = text
    let (mayHoldFormula, needsFolding) = copy.withUTF8 { looks(of: $0) }
    let plain = mayHoldFormula ? TeX.plain(text) : text
    return needsFolding ? folded(plain) : plain
  }

  /// Whether a text has a dollar sign or a backslash, and whether its white space is not folded yet.
  ///
  /// Nearly no text has either, so every byte is looked at without a branch, which the compiler does for many at once
  /// (15 times as fast as with branches).
  private static func looks(of text: UnsafeBufferPointer<UInt8>) -> (mayHoldFormula: Bool, needsFolding: Bool) {
    guard let bytes = text.baseAddress, !text.isEmpty else { return (false, false) }
    let last = text.count - 1
    var signs: UInt8 = 0
    for at in 0..<text.count { signs |= (bytes[at] == 0x24 ? 1 : 0) | (bytes[at] == 0x5C ? 1 : 0) }
    var spaces: UInt8 = bytes[0] == 0x20 || bytes[last] <= 0x20 ? 1 : 0
    for at in 0..<last {
      let isTwoSpaces = (bytes[at] ^ 0x20) | (bytes[at &+ 1] ^ 0x20) == 0
      spaces |= (bytes[at] < 0x20 ? 1 : 0) | (isTwoSpaces ? 1 : 0)
    }
    return (signs != 0, spaces != 0)
  }

  /// Whether a text has control characters; every byte is looked at, as above.
  static func hasControls(_ text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { bytes in
      var controls: UInt8 = 0
      for byte in bytes { controls |= byte < 0x20 ? 1 : 0 }
      return controls != 0
    }
  }

  /// The sentence at `range` of `abstract`, cut at a word where it is too long.
  static func sentence(_ abstract: String, _ range: Range<Int>) -> String? {
    var copy = abstract
    let text = copy.withUTF8 { bytes -> String in
      guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return "" }
      return String(decoding: bytes[range], as: UTF8.self)
    }
    let sentence = cut(of(text), to: sentenceLimit)
    return sentence.isEmpty ? nil : sentence
  }

  /// `text` where it has at most `limit` letters, else its whole words that fit and an ellipsis.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
    let head = text.unicodeScalars.prefix(limit - 1)
    guard let space = head.lastIndex(of: " ") else { return String(head) + "…" }
    var kept = head[..<space]
    while let last = kept.last, " ,;:–—-(".unicodeScalars.contains(last) { kept = kept.dropLast() }
    return String(kept) + "\u{A0}…"
  }

  /// So much of `text` as any excerpt needs.
  static func head(_ text: String) -> String {
    text.utf8.count <= 2_000 ? text : String(decoding: text.utf8.prefix(2_000), as: UTF8.self)
  }

  /// `text` on one line, each stretch of white space as one space.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pending = false
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar.value < 0x20 {
        pending = true
        continue
      }
      if pending, !result.isEmpty { result.append(" ") }
      pending = false
      result.append(scalar)
    }
    return String(result)
  }
}

/// Titles in little room.
extension PlainText {
  /// What stands before the colon of a title, or its first words.
  static func shortTitle(_ title: String) -> String {
    if let colon = title.unicodeScalars.firstIndex(of: ":") {
      let head = String(title.unicodeScalars[..<colon])
      if (2...48).contains(head.unicodeScalars.count) { return head }
    }
    return cut(title, to: 48)
  }
}

/// Numbers of drawings.
enum Tenths {
  /// `11.5`, `100`
  static func of(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
