/// Gives a formula that has lost its backslashes its TeX again: `Oleft(N^2right)` becomes `O\left(N^2\right)`.
struct LostFormula {
  private let input: [UInt8]
  private var output: [UInt8] = []

  /// Greek letters that the formula names.
  private(set) var greek: Set<String> = []

  init(_ text: ArraySlice<UInt8>) {
    input = Array(text)
    translate()
  }

  var tex: [UInt8] { output }

  private mutating func translate() {
    var at = 0
    while at < input.count {
      let byte = input[at]
      if byte.isAsciiLetter {
        var end = at
        while end < input.count, input[end].isAsciiLetter { end += 1 }
        at = letters(at..<end)
      } else if byte == 0x7B, let next = fontGroup(at) ?? fraction(at) {
        at = next
      } else if byte == 0x5C {
        output.append(byte)
        at += 1
        while at < input.count, input[at].isAsciiLetter {
          output.append(input[at])
          at += 1
        }
      } else if byte == 0x5F || byte == 0x5E {
        output.append(byte)
        at = bracketed(at + 1) ?? script(at + 1)
      } else {
        output.append(byte)
        at += 1
      }
    }
  }

  private func byte(_ at: Int) -> UInt8 { at < input.count ? input[at] : 0 }

  /// A word: commands and names that are glued to one another are taken apart.
  private mutating func letters(_ range: Range<Int>) -> Int {
    let word = String(decoding: input[range], as: UTF8.self)
    let pieces = Self.pieces(word, next: byte(range.upperBound))
    for piece in pieces { emit(piece, isLast: piece == pieces.last) }
    if let last = pieces.last, Self.takingSets.contains(last), byte(range.upperBound) == 0x7B,
      let close = closing(range.upperBound)
    {
      let inner = LostFormula(input[(range.upperBound + 1)..<close])
      greek.formUnion(inner.greek)
      append("\\{")
      output += inner.tex
      append("\\}")
      return close + 1
    }
    guard let last = pieces.last, LostNames.taking.contains(last) else { return range.upperBound }
    var start = range.upperBound
    while byte(start) == 0x20 { start += 1 }
    guard byte(start).isAsciiLetter || byte(start).isDigit else { return range.upperBound }
    append("{")
    output.append(byte(start))
    append("}")
    return start + 1
  }

  private mutating func emit(_ piece: String, isLast: Bool) {
    if LostNames.greek.contains(piece) { greek.insert(piece) }
    if LostNames.isCommand(piece) {
      append("\\\(piece)")
      if !isLast { append(" ") }
    } else if piece.utf8.count >= 3, piece.utf8.contains(where: { $0 &- 0x61 < 26 }) {
      append("\\mathrm{\(piece)}")
    } else {
      append(piece)
    }
  }

  /// The parts of a word that was several: `sigmaleft` before a bracket, `toR`, `KQtimes`.
  static func pieces(_ word: String, next: UInt8) -> [String] {
    if LostNames.isCommand(word) { return [word] }
    let opens = next == 0x28 || next == 0x5B || next == 0x7B || next == 0x7C
    let closes = next == 0x29 || next == 0x5D || next == 0x7D || next == 0x7C
    if word.hasSuffix("left"), opens { return pieces(String(word.dropLast(4)), next: 0) + ["left"] }
    if word.hasSuffix("right"), closes { return pieces(String(word.dropLast(5)), next: 0) + ["right"] }
    for name in ["rightarrow", "times", "cdot", "leq", "geq", "approx", "top"] where word.utf8.count > name.utf8.count {
      if word.hasSuffix(name) { return pieces(String(word.dropLast(name.count)), next: 0) + [name] }
      if word.hasPrefix(name), name != "top" { return [name] + pieces(String(word.dropFirst(name.count)), next: next) }
    }
    for name in ["to", "in", "le", "ge"] where word.utf8.count == name.utf8.count + 1 && word.hasPrefix(name) {
      if word.last?.isUppercase == true { return [name, String(word.suffix(1))] }
    }
    return word.isEmpty ? [] : [word]
  }

  /// What is raised or lowered: more than one letter needs braces that were never there.
  private mutating func script(_ start: Int) -> Int {
    if let end = number(start) {
      append(end - start == 1 ? "" : "{")
      output.append(contentsOf: input[start..<end])
      append(end - start == 1 ? "" : "}")
      return end
    }
    var end = start
    while byte(end).isAsciiLetter || byte(end).isDigit { end += 1 }
    let word = String(decoding: input[start..<end], as: UTF8.self)
    guard end - start > 1, !LostNames.isCommand(word), word.utf8.allSatisfy({ $0.isAsciiLetter || $0.isDigit }) else {
      return start
    }
    let commands = ["le", "ge", "in", "to", "times"]
    if let name = commands.first(where: { word.dropFirst().hasPrefix($0) }), word.utf8.count > name.utf8.count + 1 {
      // `d_yle2d_x`: a relation follows the one letter that is lowered.
      output.append(input[start])
      append("\\\(name) ")
      return start + 1 + name.utf8.count
    }
    append("{\(word)}")
    return end
  }

  /// `^(-4)`: brackets that stand for braces.
  private mutating func bracketed(_ start: Int) -> Int? {
    guard byte(start) == 0x28, let close = input[start...].firstIndex(of: 0x29), close > start + 1,
      !input[start + 1..<close].contains(0x28)
    else { return nil }
    let inner = LostFormula(input[start + 1..<close])
    greek.formUnion(inner.greek)
    append("{")
    output += inner.tex
    append("}")
    return close + 1
  }

  /// Where a number such as `-6`, `160` or `0.5` ends, nil where none begins.
  private func number(_ start: Int) -> Int? {
    var end = start
    if byte(end) == 0x2D || byte(end) == 0x2B { end += 1 }
    let digits = end
    while byte(end).isDigit || byte(end) == 0x2E && byte(end + 1).isDigit { end += 1 }
    return end > digits ? end : nil
  }

  /// `{bf 1}`.
  private mutating func fontGroup(_ at: Int) -> Int? {
    var end = at + 1
    while byte(end).isAsciiLetter { end += 1 }
    let name = String(decoding: input[at + 1..<end], as: UTF8.self)
    guard LostNames.switches.contains(name), byte(end) == 0x20 || byte(end).isDigit,
      let close = input[end...].firstIndex(of: 0x7D)
    else { return nil }
    append("\\mathbf{")
    output.append(contentsOf: input[end..<close].drop { $0 == 0x20 })
    append("}")
    return close + 1
  }

  /// `1{t}` in brackets: what is left of a fraction that has lost its command and first braces.
  private mutating func fraction(_ at: Int) -> Int? {
    guard at > 0, input[at - 1].isAsciiLetter || input[at - 1].isDigit, let close = input[at...].firstIndex(of: 0x7D),
      byte(close + 1) == 0x29, let open = output.lastIndex(of: 0x28), !output[open...].contains(0x7B)
    else { return nil }
    let above = Array(output[(open + 1)...])
    let below = LostFormula(input[(at + 1)..<close])
    greek.formUnion(below.greek)
    output.removeSubrange((open + 1)...)
    append("\\frac{")
    output += above
    append("}{")
    output += below.tex
    append("}")
    return close + 1
  }

  /// Functions of a set: braces after them are the set's.
  private static let takingSets: Set<String> = ["max", "min", "sup", "inf", "exp", "log", "det"]

  private func closing(_ open: Int) -> Int? {
    var level = 0
    for at in open..<input.count {
      if input[at] == 0x7B { level += 1 }
      if input[at] == 0x7D { level -= 1 }
      if level == 0 { return at }
    }
    return nil
  }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }
}

extension UInt8 {
  var isAsciiLetter: Bool { self | 0x20 &- 0x61 < 26 }
}
