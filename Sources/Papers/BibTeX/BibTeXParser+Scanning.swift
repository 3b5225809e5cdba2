extension BibTeXParser {
  /// The byte at `at`, 0 at the end.
  var byte: UInt8 { at < input.count ? input[at] : 0 }

  /// The next `@` that begins an entry; text before it that is no comment is told of.
  mutating func nextEntry() -> Int? {
    var stray: Int?
    var isFirst = true
    while at < input.count {
      let byte = input[at]
      if byte == 0x40, isFirst || startsEntry(at) { break }
      if byte == 0x40, looksLikeEntry(at) { break }
      if byte == 0x25, isFirst {
        while at < input.count, input[at] != 0x0A { at += 1 }
        continue
      }
      if byte == 0x0A { isFirst = true } else if !byte.isSpace { isFirst = false }
      if !byte.isSpace, stray == nil { stray = at }
      at += 1
    }
    if let stray {
      var end = stray
      while end < at, input[end] != 0x0A { end += 1 }
      faults.append(Fault(kind: .stray, offset: stray, text: text(stray..<min(end, stray + 40))))
    }
    return at < input.count ? at : nil
  }

  /// Whether an `@` in the first column, a word and an opening delimiter stand at `place`.
  func startsEntry(_ place: Int) -> Bool {
    guard place < input.count, input[place] == 0x40, place == 0 || input[place - 1] == 0x0A || input[place - 1] == 0x0D
    else { return false }
    return looksLikeEntry(place)
  }

  private func looksLikeEntry(_ place: Int) -> Bool {
    var end = place + 1
    while end < input.count, isLetter(input[end]) { end += 1 }
    guard end > place + 1 else { return false }
    while end < input.count, input[end] == 0x20 || input[end] == 0x09 { end += 1 }
    return end < input.count && (input[end] == 0x7B || input[end] == 0x28)
  }

  mutating func name() -> String {
    let start = at
    while at < input.count, isLetter(byte) || byte.isDigit || byte == 0x2D || byte == 0x5F || byte == 0x2B { at += 1 }
    return text(start..<at)
  }

  mutating func skipSpace() { while at < input.count, byte.isSpace { at += 1 } }

  mutating func skipBlanks() { while at < input.count, byte == 0x20 || byte == 0x09 { at += 1 } }

  func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte >= 0x80 }

  /// Text without white space at its ends.
  func text(_ range: Range<Int>) -> String { CleanText(input, [range]).text }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
}
