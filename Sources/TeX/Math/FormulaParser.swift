/// Reads the TeX of a formula. It never fails: what it does not know is shown by its name.
struct FormulaParser {
  /// Groups inside groups; what lies deeper is read without its structure.
  private static let deepest = 24
  /// A formula longer than this is shown as text.
  static let longest = 4_000

  let input: [Unicode.Scalar]
  var at = 0
  private(set) var depth = 0
  /// The alphabet that letters are set in; nil for italics.
  var alphabet: MathAlphabet?

  static func formula(_ tex: String) -> Formula {
    if tex.utf8.count > longest { return .text(tex.filter { !"\\{}$".contains($0) }, .plain) }
    var parser = FormulaParser(tex)
    var parts: [Formula] = []
    while parser.at < parser.input.count {
      parts += parser.row(until: { _ in false })
      // A brace or a column sign that nothing opened.
      if parser.at < parser.input.count { parser.at += 1 }
    }
    return .joined(parts)
  }

  init(_ tex: String) { input = Array(tex.unicodeScalars) }

  var next: Unicode.Scalar? { at < input.count ? input[at] : nil }
}

extension FormulaParser {
  /// Parts up to a closing brace, a column or line of a table, or a command that `stops` names.
  mutating func row(until stops: (String) -> Bool) -> [Formula] {
    let outer = alphabet
    depth += 1
    defer {
      depth -= 1
      alphabet = outer
    }
    var parts: [Formula] = []
    while let scalar = next {
      if scalar == "}" || scalar == "&" { break }
      if scalar == "\\", let name = peekCommand(), name == "\\" || stops(name) { break }
      if scalar == "\\", let rule = Self.infix[peekCommand() ?? ""] {
        takeCommand()
        let below = Formula.joined(row(until: stops))
        return [Self.infixFraction(.joined(parts), below, rule)]
      }
      add(&parts)
    }
    return parts
  }

  /// Reads one part and puts it behind the others, or around the last of them.
  private mutating func add(_ parts: inout [Formula]) {
    guard let scalar = next else { return }
    switch scalar {
    case "^", "_": addScript(&parts)
    case "'": addPrimes(&parts)
    case "\\": addCommand(&parts)
    default: parts.append(part())
    }
  }

  private mutating func addCommand(_ parts: inout [Formula]) {
    let name = takeCommand()
    if let font = MathAlphabet(command: name), next != "{" {
      // `{\bf x}`: from here to the end of the group.
      skipBlanks()
      if next != "{" {
        alphabet = font
        return
      }
    }
    if Self.silent.contains(name) { return }
    let isApart = parts.last == .blank
    let end = at
    let part = command(name)
    parts.append(part)
    // The blank that ends a sign's name is none of the formula, unless one stands before the name too.
    if at == end, !isApart, name.first?.isLetter == true, part.isOneCharacter { skipBlanks() }
  }

  /// A letter, number, sign or group.
  mutating func part() -> Formula {
    guard let scalar = next else { return .empty }
    switch scalar {
    case "{":
      return group()
    case "\\":
      return command(takeCommand())
    case _ where Self.isBlank(scalar):
      skipBlanks()
      return .blank
    case "0"..."9": return number()
    case "a"..."z", "A"..."Z": return letters()
    default: return sign(scalar)
    }
  }

  /// What braces hold.
  mutating func group() -> Formula {
    at += 1
    guard depth < Self.deepest else { return .empty }
    let parts = row { _ in false }
    if next == "}" { at += 1 } else if next == "&" { return .row(parts + [skippingTo("}")]) }
    return .joined(parts)
  }

  /// The rest of a group whose column signs belong to nothing.
  private mutating func skippingTo(_ end: Unicode.Scalar) -> Formula {
    var parts: [Formula] = []
    while let scalar = next, scalar != end {
      if scalar == "&" || peekCommand() == "\\" { at += scalar == "&" ? 1 : 2 }
      parts += row { _ in false }
    }
    if next == end { at += 1 }
    return .row(parts)
  }

  /// The argument of a command or script: a group, a command with its own arguments, or one character.
  mutating func argument() -> Formula {
    skipBlanks()
    guard let scalar = next, scalar != "}", scalar != "&" else { return .empty }
    if scalar == "{" { return group() }
    if scalar == "\\" {
      guard depth < Self.deepest, peekCommand() != "\\" else { return .empty }
      depth += 1
      defer { depth -= 1 }
      return command(takeCommand())
    }
    at += 1
    if Self.isDigit(scalar) { return .number(String(Character(scalar))) }
    return Self.character(scalar, alphabet)
  }
}
