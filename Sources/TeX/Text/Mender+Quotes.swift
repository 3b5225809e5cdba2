/// Quotes as TeX writes them: two backquotes or apostrophes for a double one.
extension Mender {
  mutating func openingQuote(_ at: Int, _ end: Int) -> Int {
    let count = run(of: 0x60, at)
    // Some close with backquotes too.
    if count == 2, openQuotes > 0, byte(at - 1).isLetter || byte(at - 1).isDigit, !byte(at + 2).isLetter {
      return closeDouble(at + 2)
    }
    if count == 2, byte(at + 2) > 0x20 {
      openQuotes += 1
      append("“")
      return at + 2
    }
    guard count == 1, let close = singleQuoteEnd(at, end) else {
      output.append(contentsOf: input[at..<at + count])
      return at + count
    }
    append("‘")
    translate(at + 1..<close)
    append("’")
    return close + 1
  }

  /// The apostrophe that closes a single quote opened by a backquote before a word.
  private func singleQuoteEnd(_ at: Int, _ end: Int) -> Int? {
    guard !byte(at - 1).isLetter, !byte(at - 1).isDigit, byte(at + 1) > 0x20 else { return nil }
    for place in at + 1..<min(end, at + 160) {
      if input[place] == 0x60 { return nil }
      if input[place] == 0x27, byte(place - 1) > 0x20, byte(place - 1) != 0x27, !byte(place + 1).isLetter {
        return byte(place + 1) == 0x27 ? nil : place
      }
    }
    return nil
  }

  /// Two apostrophes: the end of a quote, or its beginning where another two end it.
  mutating func apostrophes(_ at: Int, _ end: Int) -> Int {
    let count = run(of: 0x27, at)
    if openQuotes > 0, count >= 2 { return closeDouble(at + 2) }
    if count == 2, closesStraightQuote(at) {
      output.append(0x22)
      return at + 2
    }
    if count == 2, !isOfWord(byte(at - 1)), byte(at + 2) > 0x20, endsWithApostrophes(at + 2, end) {
      openQuotes += 1
      append("“")
      return at + 2
    }
    output.append(contentsOf: input[at..<at + count])
    return at + count
  }

  /// Whether two apostrophes after a word end the quote that begins at `start`.
  private func endsWithApostrophes(_ start: Int, _ end: Int) -> Bool {
    for place in start..<max(start, min(end, start + 160)) where input[place] == 0x27 && byte(place + 1) == 0x27 {
      return place > start && run(of: 0x27, place) == 2 && byte(place - 1) > 0x20 && !isOfWord(byte(place + 2))
    }
    return false
  }

  /// Whether a straight double quote waits for its end, which some write as two apostrophes.
  private func closesStraightQuote(_ at: Int) -> Bool {
    guard byte(at - 1) > 0x20, !isOfWord(byte(at + 2)) else { return false }
    for place in stride(from: at - 1, through: max(0, at - 160), by: -1) where input[place] == 0x22 {
      return !isOfWord(byte(place - 1)) && byte(place + 1) > 0x20
    }
    return false
  }

  mutating func closeDouble(_ next: Int) -> Int {
    openQuotes -= 1
    append("”")
    return next
  }
}
