/// Arguments and delimiters.
extension FormulaParser {
  /// `[…]` where it stands here.
  mutating func optionalArgument() -> Formula? {
    skipBlanks()
    guard next == "[", let end = input[at...].firstIndex(of: "]") else { return nil }
    let inner = String(String.UnicodeScalarView(input[at + 1..<end]))
    at = end + 1
    var parser = FormulaParser(inner)
    return .joined(parser.row { _ in false })
  }

  /// The source of the next group, or the next character.
  mutating func rawArgument() -> String {
    skipBlanks()
    guard next == "{" else {
      guard let scalar = next, scalar != "}" else { return "" }
      at += 1
      return String(Character(scalar))
    }
    let start = at + 1
    var level = 0
    while let scalar = next {
      at += 1
      if scalar == "\\" { at += 1 }
      if scalar == "{" { level += 1 }
      if scalar == "}" {
        level -= 1
        if level == 0 { return String(String.UnicodeScalarView(input[start..<at - 1])) }
      }
    }
    at = input.count
    return String(String.UnicodeScalarView(input[min(start, input.count)...]))
  }

  /// Words in text mode.
  mutating func textArgument() -> String {
    let source = rawArgument()
    let mended = TeX.plain(TeX.mended(source) ?? source)
    return mended.filter { !"{}$\\".contains($0) }
  }

  /// `\left( … \right)`; a missing right one ends with its group.
  mutating func fenced() -> Formula {
    let open = delimiter()
    let inner = Formula.joined(row { $0 == "right" })
    guard peekCommand() == "right" else { return .fenced(open, inner, "") }
    takeCommand()
    return .fenced(open, inner, delimiter())
  }

  /// The delimiter that stands here; a full stop is an invisible one.
  mutating func delimiter() -> String {
    skipBlanks()
    guard let scalar = next else { return "" }
    if scalar == "\\" {
      let name = takeCommand()
      if case .sign(let sign)? = Self.escapes[name] { return sign }
      return Symbols.character(name) ?? name
    }
    if scalar == "}" || scalar == "{" || scalar == "&" { return "" }
    at += 1
    switch scalar {
    case ".": return ""
    case "<": return "⟨"
    case ">": return "⟩"
    default: return String(Character(scalar))
    }
  }
}
