/// The words of a text, with what each tells of a formula that has lost its delimiters.
struct LostWords {
  let text: [UInt8]
  /// Byte ranges of the words outside formulas and addresses, in order.
  private(set) var words: [Range<Int>] = []

  init(_ text: [UInt8], formulas: [MathSpan]) {
    self.text = text
    var next = formulas.makeIterator()
    var formula = next.next()
    var start = 0
    var at = 0
    while at <= text.count {
      if let span = formula, span.range.lowerBound == at {
        if at > start { words.append(start..<at) }
        at = span.range.upperBound
        start = at
        formula = next.next()
        continue
      }
      if at == text.count || text[at].isSpace {
        if at > start { words.append(start..<at) }
        start = at + 1
      }
      at += 1
    }
  }

  func byte(_ at: Int) -> UInt8 { at >= 0 && at < text.count ? text[at] : 0 }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  /// A word without the punctuation around it.
  func core(_ word: Int) -> Range<Int> {
    var range = words[word]
    while let last = text[range].last, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F].contains(last) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range
  }

  /// Whether the word and the one after it are next to each other, with one blank between.
  func areAdjacent(_ word: Int) -> Bool {
    word + 1 < words.count && words[word].upperBound + 1 == words[word + 1].lowerBound
  }

  /// Whether a word is part of a formula beyond doubt.
  func isProof(_ word: Int) -> Bool {
    let range = words[word]
    guard !isAddress(range) else { return false }
    for at in range {
      switch text[at] {
      case 0x5E where isRaised(at, range): return true
      case 0x5F where isLowered(at, range): return true
      case 0x7B where isGreekGroup(at): return true
      default: break
      }
    }
    return hasProvingName(range)
  }

  private func isAddress(_ range: Range<Int>) -> Bool {
    let word = text[range]
    guard let colon = word.firstIndex(of: 0x3A) else { return word.starts(with: "www.".utf8) || word.contains(0x40) }
    return byte(colon + 1) == 0x2F && byte(colon + 2) == 0x2F
  }

  /// A caret between what is raised and what it is raised to.
  private func isRaised(_ at: Int, _ range: Range<Int>) -> Bool {
    guard at > range.lowerBound, at + 1 < range.upperBound else { return false }
    let (before, after) = (text[at - 1], text[at + 1])
    let isBase = before.isLetter || before.isDigit || before == 0x29 || before == 0x7D || before == 0x5D
    let isPower =
      after.isAsciiLetter || after.isDigit || [0x7B, 0x2D, 0x2B, 0x2A].contains(after)
      || after == 0x28 && text[at..<range.upperBound].contains(0x29)
    return isBase && isPower
  }

  /// An underscore after one letter, or before a brace; names of programs such as `rl_reach` are neither.
  private func isLowered(_ at: Int, _ range: Range<Int>) -> Bool {
    guard at > range.lowerBound, at + 1 < range.upperBound else { return false }
    let (before, after) = (text[at - 1], text[at + 1])
    if after == 0x7B { return before.isLetter || before.isDigit || before == 0x29 }
    if before == 0x29 || before == 0x7D { return after.isAsciiLetter || after.isDigit }
    guard before.isAsciiLetter, !byte(at - 2).isLetter, !byte(at - 2).isDigit,
      ![0x5F, 0x2F, 0x2D].contains(byte(at - 2))
    else { return false }
    var end = at + 1
    while end < range.upperBound, text[end].isAsciiLetter || text[end].isDigit { end += 1 }
    let isShort = end > at + 1 && end - at <= 4 && (end == range.upperBound || text[end] != 0x5F)
    return isShort || LostFormula.pieces(string(at + 1..<max(at + 1, end)), next: 0).count > 1
      || hasRelation(at + 2, end)
  }

  /// `d_yle2d_x`.
  private func hasRelation(_ start: Int, _ end: Int) -> Bool {
    guard start + 2 < end else { return false }
    let rest = text[start..<end]
    return (rest.starts(with: "le".utf8) || rest.starts(with: "ge".utf8)) && text[start + 2].isDigit
  }

  /// `n{mu}`.
  private func isGreekGroup(_ at: Int) -> Bool {
    guard byte(at - 1).isAsciiLetter || byte(at - 1).isDigit, let close = text[at...].prefix(24).firstIndex(of: 0x7D),
      close > at + 1
    else { return false }
    let inner = text[at + 1..<close]
    return LostNames.greek.contains(string(at + 1..<close)) || inner.count == 1 && byte(close + 1) == 0x29
  }

  /// A name that is a command for certain, or a Greek letter that a function is taken of or that equals something.
  private func hasProvingName(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      guard text[at].isAsciiLetter else {
        at += 1
        continue
      }
      var end = at
      while end < range.upperBound, text[end].isAsciiLetter { end += 1 }
      if end - at >= 2, proves(at..<end, range) { return true }
      at = end
    }
    return false
  }

  private func proves(_ name: Range<Int>, _ word: Range<Int>) -> Bool {
    let (before, after) = (byte(name.lowerBound - 1), byte(name.upperBound))
    let isInside = name.upperBound < word.upperBound
    let isBeforeBracket = isInside && (Self.opening.contains(after) || Self.closing.contains(after))
    guard isBeforeBracket || LostNames.shapes.mayHold(text, name) else { return false }
    let string = string(name)
    if LostNames.certain.contains(string) { return before != 0x2D && after != 0x2D && before != 0x22 && before != 0x27 }
    if (string == "sqrt" || string == "frac"), isInside { return after == 0x7B || after == 0x5B }
    if isInside, string.hasSuffix("left"), string != "left", Self.opening.contains(after) {
      return hasPartner("right", Self.closing, text[name.upperBound...].prefix(Self.reach))
    }
    if isInside, string.hasSuffix("right"), Self.closing.contains(after), before != 0x28,
      name.lowerBound > word.lowerBound || string != "right"
    {
      return hasPartner("left", Self.opening, text[..<name.lowerBound].suffix(Self.reach))
    }
    guard LostNames.greek.contains(string) else { return false }
    let isRelated = isInside && Self.relations.contains(after) && !byte(name.upperBound + 1).isSpace
    if isRelated, name.upperBound + 1 < word.upperBound { return name.lowerBound == word.lowerBound || before == 0x28 }
    if name.lowerBound > word.lowerBound, Self.relations.contains(before) { return !byte(name.upperBound).isLetter }
    // Applied to something, or something is applied to it: `Theta(n)`, `tanh(alpha x)`.
    if isInside, after == 0x28 {
      return isCapital(string) && !isCompound(word) && (name.lowerBound == word.lowerBound || before == 0x28)
    }
    let isArgument = before == 0x28 && byte(name.lowerBound - 2).isAsciiLetter
    return isArgument && after != 0x29 && after != 0x2D && !after.isDigit
      && (after != 0x20 || isLastLetter(name.upperBound + 1))
  }

  private static let opening: Set<UInt8> = [0x28, 0x5B, 0x7B, 0x7C]
  private static let closing: Set<UInt8> = [0x29, 0x5D, 0x7D, 0x7C]
  private static let relations: Set<UInt8> = [0x3C, 0x3D, 0x3E]

  /// Bytes between a bracket that TeX sizes and its partner.
  private static let reach = 200

  /// Whether `name` stands before one of `brackets`.
  private func hasPartner(_ name: String, _ brackets: Set<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    let name = Array(name.utf8)
    return text.indices.contains { at in
      at + name.count < self.text.count && brackets.contains(self.text[at + name.count])
        && self.text[at...].starts(with: name)
    }
  }

  private func isCapital(_ name: String) -> Bool { name.utf8.first.map { $0 &- 0x41 < 26 } ?? false }

  /// `Sigma(A)-dependent`.
  private func isCompound(_ word: Range<Int>) -> Bool {
    text[word].indices.contains { text[$0] == 0x2D && byte($0 + 1).isAsciiLetter && byte($0 + 2).isAsciiLetter }
  }

  /// One letter and a closing bracket: what ends a function's argument.
  private func isLastLetter(_ at: Int) -> Bool { byte(at).isAsciiLetter && byte(at + 1) == 0x29 }

  /// Letters alone, two or more, and no command: a word of the sentence.
  func isProse(_ word: Int) -> Bool {
    let range = core(word)
    return range.count >= 2 && text[range].allSatisfy { $0 &- 0x61 < 26 || $0 == 0x2D }
      && !LostNames.isCommand(string(range))
  }
}
