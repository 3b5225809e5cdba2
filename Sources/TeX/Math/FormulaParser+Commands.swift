/// Commands.
extension FormulaParser {
  /// The part that the command `name` (read already) makes with its arguments.
  mutating func command(_ name: String) -> Formula {
    if let part = Self.escapes[name] ?? Self.symbol(name) { return part }
    if let style = Self.textStyles[name] { return .text(textArgument(), style) }
    if let font = MathAlphabet(command: name) { return set(in: font) }
    if let accent = Self.accents[name] { return .accent(argument(), accent.sign, isBelow: accent.isBelow) }
    if let function = Self.functions[name] { return function }
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac":
      let above = argument()
      return .fraction(above, argument(), hasRule: true)
    case "binom", "dbinom", "tbinom":
      let above = argument()
      return .fenced("(", .fraction(above, argument(), hasRule: false), ")")
    case "sqrt":
      let index = optionalArgument()
      return .root(argument(), index: index)
    case "left": return fenced()
    case "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "bigr", "Bigr", "biggr",
      "Biggr", "bigm", "Bigm":
      return .sign(delimiter())
    case "begin": return environment(rawArgument())
    case "end":
      _ = rawArgument()
      return .empty
    default: return rarerCommand(name)
    }
  }

  private mutating func rarerCommand(_ name: String) -> Formula {
    switch name {
    case "operatorname": return .function(textArgument())
    case "overset", "stackrel":
      let above = argument()
      return .scripts(argument(), below: nil, above: above, areLimits: true)
    case "underset":
      let below = argument()
      return .scripts(argument(), below: below, above: nil, areLimits: true)
    case "xrightarrow", "xleftarrow":
      let below = optionalArgument()
      let above = argument()
      return .scripts(.sign(name == "xrightarrow" ? "→" : "←"), below: below, above: above, areLimits: true)
    case "not": return negated()
    case "pmod": return .row([.blank, .sign("("), .function("mod"), .space(4), argument(), .sign(")")])
    case "substack", "boxed", "mathop", "mathbin", "mathrel", "mathord", "mathopen", "mathclose", "mathpunct",
      "mathinner", "ensuremath", "smash":
      return argument()
    case "phantom", "hphantom", "vphantom", "label", "hspace", "vspace", "color", "fontsize", "rule":
      if name == "rule" { _ = rawArgument() }
      _ = rawArgument()
      return .space(name.hasPrefix("hs") ? 6 : 0)
    case "textcolor", "colorbox":
      _ = rawArgument()
      return argument()
    case "tag": return .text("(" + textArgument() + ")", .plain)
    case "href":
      let address = rawArgument()
      let words = textArgument()
      return .text(words == address ? words : words + " (" + address + ")", .plain)
    case "url": return .text(rawArgument(), .plain)
    case "unicode", "char": return character(of: rawArgument())
    default: return .word(name)
    }
  }

  /// A font command: letters of its argument in another alphabet.
  private mutating func set(in font: MathAlphabet) -> Formula {
    let outer = alphabet
    alphabet = font
    defer { alphabet = outer }
    return argument()
  }

  private mutating func negated() -> Formula {
    let part = argument()
    guard case .sign(let sign) = part else { return .row([.sign("¬"), part]) }
    return .sign((sign + "\u{338}").precomposed)
  }

  private func character(of code: String) -> Formula {
    let digits = code.drop { $0 == "\"" || $0 == "x" || $0 == "U" || $0 == "+" }
    let radix = digits.count == code.count ? 10 : 16
    guard let value = UInt32(digits, radix: radix), let scalar = Unicode.Scalar(value) else {
      return .text(code, .plain)
    }
    return Self.character(scalar, nil)
  }
}

extension String {
  /// Signs with the long solidus that Unicode has as one character.
  fileprivate var precomposed: String {
    let pairs = [
      "=": "≠", "∈": "∉", "∋": "∌", "∃": "∄", "∥": "∦", "∣": "∤", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "≡": "≢",
      "∼": "≁", "≈": "≉", "≅": "≇", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "⊢": "⊬", "⊨": "⊭", "→": "↛", "←": "↚",
    ]
    return pairs[String(unicodeScalars.dropLast())] ?? self
  }
}
