/// Rescues commands that stand alone in prose, as characters: `16times`, `2%uparrow`, `sim 1K`, `textbf{A}bstract`.
struct LostSingles {
  private let text: [UInt8]
  private let range: Range<Int>
  private let greek: Set<String>
  private var output: [UInt8] = []

  init(_ text: [UInt8], _ range: Range<Int>, greek: Set<String>) {
    self.text = text
    self.range = range
    self.greek = greek
  }

  mutating func translated() -> [UInt8] {
    output.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = text[at]
      if byte.isAsciiLetter, !self.byte(at - 1).isLetter {
        at = isInAddress(at) ? copyWord(at) : name(at)
      } else if byte == 0x7B {
        at = group(at)
      } else if byte == 0x5E {
        at = raised(at)
      } else if byte == 0x24, isStray(at) {
        at += 1
      } else {
        output.append(byte)
        at += 1
      }
    }
    return output
  }

  /// A dollar sign that closes nothing, after a per cent or a multiplication sign.
  private func isStray(_ at: Int) -> Bool {
    let isAfterSign = byte(at - 1) == 0x25 || byte(at - 1) == 0x97 && byte(at - 2) == 0xC3
    return isAfterSign && !byte(at + 1).isDigit && !byte(at + 1).isLetter
  }

  private func byte(_ at: Int) -> UInt8 { range.contains(at) ? text[at] : 0 }

  private func end(of at: Int) -> Int {
    var end = at
    while byte(end).isAsciiLetter { end += 1 }
    return end
  }

  private func isInAddress(_ at: Int) -> Bool {
    var start = at
    while start > range.lowerBound, !text[start - 1].isSpace, at - start < 200 { start -= 1 }
    let word = text[start..<min(range.upperBound, at + 8)]
    return word.starts(with: "http".utf8) || word.starts(with: "(http".utf8) || word.starts(with: "www.".utf8)
  }

  private mutating func copyWord(_ at: Int) -> Int {
    let end = end(of: at)
    output.append(contentsOf: text[at..<end])
    return end
  }

  private mutating func name(_ at: Int) -> Int {
    let end = end(of: at)
    let (before, next) = (byte(at - 1), byte(end))
    guard next == 0x7B || LostNames.shapes.mayHold(text, at..<end) else { return copyWord(at) }
    let name = String(decoding: text[at..<end], as: UTF8.self)
    if next == 0x7B, let font = LostNames.fonts.sorted().first(where: name.hasSuffix), let close = closing(end) {
      output.append(contentsOf: name.utf8.dropLast(font.utf8.count))
      emit(end + 1..<close)
      return close + 1
    }
    if let symbol = symbol(name, before, next, at, end) {
      output.append(contentsOf: symbol.utf8)
      let isTight = name == "sim" || name == "times" && before.isDigit && next.isDigit
      return isTight && next == 0x20 && name == "sim" && !isNumber(before: at) ? end + 1 : end
    }
    return copyWord(at)
  }

  /// The character of a command that the context proves.
  private func symbol(_ name: String, _ before: UInt8, _ next: UInt8, _ at: Int, _ end: Int) -> String? {
    switch name {
    case "times": return before.isDigit || isProduct(at, end) ? "×" : nil
    case "sim": return next == 0x20 && byte(end + 1).isDigit && before != 0x2D && !isRobot(end) ? "∼" : nil
    case "approx": return next == 0x20 && byte(end + 1).isDigit && before != 0x2D ? "≈" : nil
    case "bullet": return isItem(at, end) ? "•" : nil
    case "le", "ge", "pm": return isBetweenLetters(at, end) ? Symbols.character(name) : nil
    default: break
    }
    if before == 0x2D || next == 0x2D || before == 0x22 || before == 0x27 { return nil }
    if LostNames.certain.contains(name) { return Symbols.character(name) }
    guard LostNames.greek.contains(name), next != 0x27, !before.isDigit else { return nil }
    if greek.contains(name), !next.isDigit, before != 0x5F, next != 0x5F { return Symbols.character(name) }
    return isInGreekList(at, end) ? Symbols.character(name) : nil
  }

  /// `n times d`: one letter on each side, neither an article.
  private func isProduct(_ at: Int, _ end: Int) -> Bool {
    isBetweenLetters(at, end)
  }

  private func isBetweenLetters(_ at: Int, _ end: Int) -> Bool {
    guard byte(at - 1) == 0x20, byte(end) == 0x20 else { return false }
    let (left, right) = (byte(at - 2), byte(end + 1))
    let isLeft = left.isAsciiLetter && !byte(at - 3).isLetter && byte(at - 3) != 0x27 && left != 0x61 && left != 0x49
    let isRight =
      right.isAsciiLetter && !byte(end + 2).isLetter && byte(end + 2) != 0x27 && right != 0x61 && right != 0x41
    return isLeft && (isRight || right.isDigit && byte(at - 2).isAsciiLetter && !byte(end + 2).isLetter)
  }

  /// Between a sentence and another one.
  private func isItem(_ at: Int, _ end: Int) -> Bool {
    let isAfter = at == range.lowerBound || byte(at - 1) == 0x20 && [0x2E, 0x3A, 0x3B].contains(byte(at - 2))
    return isAfter && byte(end) == 0x20 && byte(end + 1) &- 0x41 < 26
  }

  /// `sim 2 real`.
  private func isRobot(_ end: Int) -> Bool {
    text[min(end + 2, range.upperBound)..<min(end + 7, range.upperBound)].elementsEqual(" real".utf8)
  }

  private func isNumber(before at: Int) -> Bool { byte(at - 2).isDigit || byte(at - 2) == 0x25 }

  /// All words of the bracket are Greek letters, two or more of them.
  private func isInGreekList(_ at: Int, _ end: Int) -> Bool {
    guard let open = text[range.lowerBound..<at].suffix(60).lastIndex(of: 0x28),
      let close = text[end..<range.upperBound].prefix(60).firstIndex(of: 0x29)
    else { return false }
    let names = text[open + 1..<close].split { $0 == 0x2C || $0 == 0x20 }
    return names.count > 1 && names.allSatisfy { LostNames.greek.contains(String(decoding: $0, as: UTF8.self)) }
  }

  private func closing(_ open: Int) -> Int? {
    var level = 0
    for at in open..<range.upperBound {
      if text[at] == 0x7B { level += 1 }
      if text[at] == 0x7D { level -= 1 }
      if level == 0 { return at }
    }
    return nil
  }

  /// `{bf 1}`, and `{words}` right after an address.
  private mutating func group(_ at: Int) -> Int {
    let end = end(of: at + 1)
    let name = String(decoding: text[at + 1..<max(at + 1, end)], as: UTF8.self)
    if LostNames.switches.contains(name), byte(end) == 0x20, let close = closing(at) {
      emit(end + 1..<close)
      return close + 1
    }
    if at > range.lowerBound, isInAddress(at - 1), let close = closing(at), close > at + 1, close - at < 200,
      !byte(close + 1).isLetter, byte(close + 1) != 0x5F, byte(close + 1) != 0x2F
    {
      output.append(contentsOf: " (".utf8)
      output.append(contentsOf: text[at + 1..<close])
      output.append(0x29)
      return close + 1
    }
    output.append(0x7B)
    return at + 1
  }

  /// `Tri^2`: a figure raised in a word.
  private mutating func raised(_ at: Int) -> Int {
    let figures = ["0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹"]
    let next = String(decoding: [byte(at + 1)], as: UTF8.self)
    guard byte(at - 1).isLetter, !isInAddress(at - 1), let small = figures[next], !byte(at + 2).isDigit else {
      output.append(0x5E)
      return at + 1
    }
    output.append(contentsOf: small.utf8)
    return at + 2
  }

  /// Translates what braces held.
  private mutating func emit(_ inner: Range<Int>) {
    var singles = LostSingles(text, inner, greek: greek)
    output += singles.translated()
  }
}
