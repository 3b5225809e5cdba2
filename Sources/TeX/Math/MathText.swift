/// Writes a formula as one line of characters: `\frac{a}{b^2}` becomes `a/b²`.
public struct MathText {
  private var output = ""

  /// The plain text of the formula `tex` (without its delimiters), for search, titles and summaries.
  public static func plain(_ tex: String) -> String { plain(FormulaParser.formula(tex)) }

  static func flattened(_ formula: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    Array(plain(String(decoding: formula, as: UTF8.self)).utf8)
  }

  static func plain(_ formula: Formula) -> String {
    var text = MathText()
    text.write(formula)
    while text.output.last == " " { text.output.removeLast() }
    return text.output
  }

  /// Whether all of a script has small figures.
  static func isSmall(_ script: Formula?, _ table: [Unicode.Scalar: Unicode.Scalar]) -> Bool {
    script.map { SmallFigures.text(plain($0), table) != nil } ?? true
  }
}

extension MathText {
  private mutating func write(_ formula: Formula) {
    switch formula {
    case .row(let parts): writeRow(parts)
    case .variable(let name, _), .number(let name): output += name
    case .word(let word): output += word
    case .function(let name): writeName(name)
    case .sign(let sign): writeSign(sign)
    case .text(let text, _): output += text
    case .blank: writeSpace()
    case .space(let width): if width > 3 { writeSpace() }
    case .fraction(let above, let below, let hasRule):
      output += Self.half(above) + (hasRule ? "/" : " over ") + Self.half(below)
    case .root(let radicand, let index):
      if let index { output += Self.raised(Self.plain(index)) }
      output += "√" + Self.enclosed(radicand)
    case .scripts(let base, let below, let above, _):
      write(base)
      if let below { writeLowered(Self.plain(below)) }
      if let above { output += Self.raised(Self.plain(above)) }
    case .accent(let base, let sign, _): writeAccent(base, sign)
    case .fenced(let open, let inner, let close): output += open + Self.plain(inner) + close
    case .table(let rows, _):
      output += rows.map { $0.map(Self.plain).filter { !$0.isEmpty }.joined(separator: ", ") }.joined(separator: "; ")
    }
  }

  private mutating func writeRow(_ parts: [Formula]) {
    var last: Formula?
    for part in parts {
      if let last, part != .blank, last.isApart(from: part) { writeSpace() }
      write(part)
      last = part
    }
  }

  private mutating func writeSpace() { if !output.isEmpty, output.last != " " { output += " " } }

  /// A function's name stands apart from what is before it.
  private mutating func writeName(_ name: String) {
    if let last = output.unicodeScalars.last, last.properties.isAlphabetic || FormulaParser.isDigit(last) {
      output += " "
    }
    output += name
  }

  private mutating func writeSign(_ sign: String) {
    if sign.isName {
      writeName(sign)
    } else {
      output += sign == "−" ? "-" : sign == "∗" ? "*" : sign
    }
  }

  private mutating func writeLowered(_ text: String) {
    output += SmallFigures.text(text, SmallFigures.loweredLetters) ?? "_" + (Self.isOne(text) ? text : "(" + text + ")")
  }

  private static func raised(_ text: String) -> String {
    if let small = SmallFigures.text(text, SmallFigures.raisedLetters) { return small }
    return "^" + (text.unicodeScalars.count > 1 ? "(" + text + ")" : text)
  }

  /// Accents on one letter become combining characters.
  private mutating func writeAccent(_ base: Formula, _ sign: String) {
    let text = Self.plain(base)
    output += text
    if text.unicodeScalars.count == 1, let mark = Self.combining[sign] { output += mark }
  }

  private static let combining = [
    "^": "\u{302}", "~": "\u{303}", "¯": "\u{304}", "→": "\u{20D7}", "˙": "\u{307}", "¨": "\u{308}", "ˇ": "\u{30C}",
    "˘": "\u{306}", "´": "\u{301}", "`": "\u{300}", "˚": "\u{30A}",
  ]

  /// The upper or lower half of a fraction.
  private static func half(_ formula: Formula) -> String {
    formula.standsTogether ? plain(formula) : enclosed(formula)
  }

  /// In brackets where it is more than one name or number.
  private static func enclosed(_ formula: Formula) -> String {
    let text = plain(formula)
    return isOne(text) ? text : "(" + text + ")"
  }

  private static func isOne(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || FormulaParser.isDigit($0) || $0 == "." }
  }
}

extension String {
  /// Whether a sign is a name, such as `max`.
  var isName: Bool { utf8.count > 1 && (utf8.first ?? 0) | 0x20 &- 0x61 < 26 }
}
