extension Mender {
  /// Translates the command whose backslash stands at `at`; returns where to go on.
  mutating func command(_ at: Int, _ end: Int) -> Int {
    let next = at + 1 < end ? input[at + 1] : 0
    if next &- 0x41 < 26 || next &- 0x61 < 26 { return word(at, end) }
    switch next {
    case 0x25, 0x26, 0x23, 0x5F, 0x24, 0x7B, 0x7D:
      output.append(next)
      return at + 2
    case 0x5C: return space(skipOptional(at + 2, end))
    case 0x20, 0x2C, 0x3B, 0x3A: return space(at + 2)
    case 0x21, 0x2F, 0x2D, 0x40: return at + 2
    default: return Accents.isSymbol(next) ? symbolAccent(at, end) : copyBackslash(at)
    }
  }

  /// A backslash that begins no command: of a path, or of a formula that is not closed.
  private mutating func copyBackslash(_ at: Int) -> Int {
    let next = byte(at + 1)
    let isDelimiter = next == 0x28 || next == 0x29 || next == 0x5B || next == 0x5D || next == 0x7C
    if !isDelimiter { output.append(0x5C) }
    return at + 1
  }

  /// `\"o`, `\"{o}`, `\'{\i}`, `\'\i`.
  private mutating func symbolAccent(_ at: Int, _ end: Int) -> Int {
    guard !isEscapedQuote(at), let (base, next) = grouped(at + 2, end) ?? accented(at + 2, end),
      let letter = Accents.letter(String(decoding: [input[at + 1]], as: UTF8.self), base)
    else {
      // `\'` before anything else is an apostrophe that was escaped.
      output.append(input[at + 1])
      return at + 2
    }
    append(letter)
    return next
  }

  /// `\"every` in a quoted string: words begin with ä, ö or ü, with no other letter under two dots.
  private func isEscapedQuote(_ at: Int) -> Bool {
    guard byte(at + 1) == 0x22, !byte(at - 1).isLetter else { return false }
    let base = byte(at + 2) | 0x20
    return base.isLetter && base != 0x61 && base != 0x6F && base != 0x75
  }

  /// The letter of an accent that has a group for itself, `{\H o}` or `{\' a}`: the blank can be no other then.
  private func grouped(_ at: Int, _ end: Int) -> (String, Int)? {
    guard byte(at) == 0x20, byte(at - 3) == 0x7B else { return nil }
    var start = at
    while start < end, input[start] == 0x20 { start += 1 }
    let isDotless = byte(start) == 0x5C && (byte(start + 1) == 0x69 || byte(start + 1) == 0x6A)
    let stop = isDotless ? start + 2 : start + 1
    guard stop <= end, byte(stop) == 0x7D, byte(stop - 1).isLetter else { return nil }
    return (text(start..<stop), stop)
  }

  /// The letter that an accent is for, and where the text goes on after it.
  private func accented(_ at: Int, _ end: Int) -> (String, Int)? {
    var start = at
    while start < end, input[start] == 0x20 { start += 1 }
    guard start < end else { return nil }
    if input[start] == 0x7B {
      guard let close = closingBrace(start, end), close - start <= 8 else { return nil }
      let base = text(start + 1..<close)
      return base.isEmpty || base.hasPrefix("\\") && base != "\\i" && base != "\\j" ? nil : (base, close + 1)
    }
    if input[start] == 0x5C, byte(start + 1) == 0x69 || byte(start + 1) == 0x6A, !byte(start + 2).isLetter {
      let next = byte(start + 2) == 0x7B && byte(start + 3) == 0x7D ? start + 4 : start + 2
      return (text(start..<start + 2), next)
    }
    guard start == at, input[start] | 0x20 &- 0x61 < 26 else { return nil }
    return (text(start..<start + 1), start + 1)
  }

  private mutating func word(_ at: Int, _ end: Int) -> Int {
    var stop = at + 1
    while stop < end, input[stop] | 0x20 &- 0x61 < 26 { stop += 1 }
    let name = text(at + 1..<stop)
    if let next = letterAccent(name, stop, end) { return next }
    if let meaning = TextCommands.meaning(name) { return apply(meaning, name, stop, end) }
    if let symbol = Symbols.character(name) {
      append(symbol)
      return afterName(stop, end)
    }
    return unknown(name, stop, end)
  }

  /// `\c{c}`, `\v s`: an accent that is written as a letter.
  private mutating func letterAccent(_ name: String, _ stop: Int, _ end: Int) -> Int? {
    if name.utf8.count == 1, let (base, next) = grouped(stop, end), let letter = Accents.letter(name, base) {
      append(letter)
      return next
    }
    guard name.utf8.count == 1, byte(stop) == 0x7B || byte(stop) == 0x20 && byte(stop + 2) != 0x20,
      byte(stop) == 0x7B || name == "c" || name == "v", let (base, next) = accented(stop, end), base.utf8.count <= 4,
      let letter = Accents.letter(name, base)
    else {
      if name.utf8.count == 1, ["c", "v"].contains(name), byte(stop) == 0x20, byte(stop + 1).isLetter,
        let letter = Accents.letter(name, text(stop + 1..<stop + 2))
      {
        append(letter)
        return stop + 2
      }
      return nil
    }
    append(letter)
    return next
  }

  private mutating func apply(_ meaning: TextCommands.Meaning, _ name: String, _ stop: Int, _ end: Int) -> Int {
    switch meaning {
    case .text(let text):
      append(text)
      // `\etc.` has its full stop twice.
      let next = afterName(stop, end)
      return text.hasSuffix(".") && byte(next) == 0x2E ? next + 1 : next
    case .nothing(let arguments): return skipArguments(arguments, skipOptional(stop, end), end)
    // `C:\path\names` is a folder's name, and no command without its argument.
    case .argument where byte(stop) == 0x5C: return unknown(name, stop, end)
    case .argument: return argument(stop, end) { mender, range in mender.translate(range) }
    case .argumentAfter(let count):
      return argument(skipArguments(count, skipOptional(stop, end), end), end) { mender, range in
        mender.translate(range)
      }
    case .enclosed(let before, let after):
      while name != "footnote", before == "[", output.last == 0x20, output.dropLast().last == 0x20 {
        output.removeLast()
      }
      return argument(stop, end) { mender, range in
        mender.append(before)
        mender.translate(range)
        mender.append(after)
      }
    case .link: return link(stop, end)
    }
  }

  /// Gives the argument in braces to `body`; a command without one leaves nothing.
  private mutating func argument(_ stop: Int, _ end: Int, _ body: (inout Mender, Range<Int>) -> Void) -> Int {
    let start = skipOptional(stop, end)
    guard start < end, input[start] == 0x7B, let close = closingBrace(start, end) else {
      // A font command that lost its braces: the word after it is all there is.
      if start == stop, byte(start) == 0x20, output.isEmpty || output.last == 0x20 { return start + 1 }
      return start
    }
    body(&self, start + 1..<close)
    return close + 1
  }

  /// `\href{address}{words}`: the words, and the address where they do not tell it.
  private mutating func link(_ stop: Int, _ end: Int) -> Int {
    guard byte(stop) == 0x7B, let close = closingBrace(stop, end) else { return stop }
    let address = stop + 1..<close
    guard byte(close + 1) == 0x7B, let last = closingBrace(close + 1, end) else {
      translate(address)
      return close + 1
    }
    let words = close + 2..<last
    translate(words)
    let isTold = !words.isEmpty && text(address).hasSuffix(text(words))
    if !isTold, input[address].starts(with: "http".utf8) {
      append(" (")
      output.append(contentsOf: input[address])
      append(")")
    }
    return last + 1
  }

  /// A command that nobody knows: its argument, or else its name, which is most often that of the paper's own method.
  private mutating func unknown(_ name: String, _ stop: Int, _ end: Int) -> Int {
    // `C:\path\names`: inside a word no command begins.
    if let last = output.last, last == 0x3A || last.isLetter, byte(stop) != 0x7B, gluedLetter(name) == nil {
      output.append(0x5C)
      append(name)
      return stop
    }
    if byte(stop) == 0x7B, let close = closingBrace(stop, end), close > stop + 1 {
      translate(stop + 1..<close)
      return close + 1
    }
    append(gluedLetter(name) ?? name)
    return afterName(stop, end)
  }

  /// `\mathcalD`: a letter that has lost the braces between it and its alphabet.
  private func gluedLetter(_ name: String) -> String? {
    guard let letter = name.unicodeScalars.last, name.utf8.count > 5, name.hasPrefix("math"),
      let alphabet = MathAlphabet(command: String(name.dropLast()))
    else { return nil }
    return String(alphabet.character(letter))
  }

  /// Past the empty braces or the escaped blank that end a command's name.
  private func afterName(_ stop: Int, _ end: Int) -> Int {
    if byte(stop) == 0x7B, byte(stop + 1) == 0x7D { return stop + 2 }
    return stop
  }

  private func skipArguments(_ count: Int, _ stop: Int, _ end: Int) -> Int {
    var at = stop
    for _ in 0..<count {
      guard byte(at) == 0x7B, let close = closingBrace(at, end) else { break }
      at = close + 1
    }
    return at
  }

  /// Past an argument in square brackets that follows at once.
  private func skipOptional(_ stop: Int, _ end: Int) -> Int {
    guard stop < end, input[stop] == 0x5B else { return stop }
    for at in stop..<min(end, stop + 80) where input[at] == 0x5D { return byte(at + 1) == 0x7B ? at + 1 : stop }
    return stop
  }

  /// One blank, for all that stand here.
  private mutating func space(_ next: Int) -> Int {
    if output.last != 0x20 { output.append(0x20) }
    return byte(next) == 0x20 ? next + 1 : next
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: input[range], as: UTF8.self) }
}
