/// Characters.
extension FormulaParser {
  mutating func number() -> Formula {
    var digits = ""
    while let scalar = next {
      let following = at + 1 < input.count ? input[at + 1] : " "
      let isPoint = scalar == "." && Self.isDigit(following)
      let isComma = scalar == "," && threeDigits(from: at + 1)
      guard Self.isDigit(scalar) || isPoint || isComma else { break }
      digits.unicodeScalars.append(alphabet?.character(scalar) ?? scalar)
      at += 1
    }
    return .number(digits)
  }

  /// Whether the comma before `start` parts thousands: exactly three digits follow.
  private func threeDigits(from start: Int) -> Bool {
    guard start + 3 <= input.count, input[start..<start + 3].allSatisfy(Self.isDigit) else { return false }
    return start + 3 == input.count || !Self.isDigit(input[start + 3])
  }

  /// Three letters or more in a row are a word, fewer are variables.
  mutating func letters() -> Formula {
    var run: [Unicode.Scalar] = []
    while let scalar = next, Self.isLetter(scalar) {
      run.append(scalar)
      at += 1
    }
    let mapped = run.map { String(Character(alphabet?.character($0) ?? $0)) }
    if run.count >= 3 || (alphabet != nil && run.count > 1) { return .word(mapped.joined()) }
    return .joined(mapped.map { .variable($0, isUpright: alphabet != nil) })
  }

  static func character(_ scalar: Unicode.Scalar, _ alphabet: MathAlphabet?) -> Formula {
    switch scalar {
    case "-": return .sign("−")
    case "*": return .sign("∗")
    case "~": return .space(4)
    case "$": return .empty
    case "%", "#", "@", "\"": return .text(String(Character(scalar)), .plain)
    default: break
    }
    if scalar.properties.isAlphabetic {
      let mapped = alphabet?.character(scalar) ?? scalar
      return .variable(String(Character(mapped)), isUpright: alphabet != nil)
    }
    if scalar.properties.generalCategory == .control { return .empty }
    return .sign(String(Character(scalar)))
  }

  /// `:=` is one sign.
  mutating func sign(_ scalar: Unicode.Scalar) -> Formula {
    at += 1
    guard scalar == ":", next == "=" else { return Self.character(scalar, alphabet) }
    at += 1
    return .sign(":=")
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z")
  }

  mutating func skipBlanks() { while let scalar = next, Self.isBlank(scalar) { at += 1 } }

  /// The name of the command that starts here: letters, or one other character; nil at the end of the input.
  func peekCommand() -> String? {
    guard next == "\\", at + 1 < input.count else { return nil }
    var end = at + 1
    while end < input.count, Self.isLetter(input[end]) { end += 1 }
    if end == at + 1 { end += 1 }
    return String(String.UnicodeScalarView(input[at + 1..<end]))
  }

  /// Reads the name of a command.
  @discardableResult
  mutating func takeCommand() -> String {
    guard let name = peekCommand() else {
      at += 1
      return ""
    }
    at += 1 + name.unicodeScalars.count
    if at < input.count, input[at] == "*", name == "operatorname" { at += 1 }
    return name
  }
}
