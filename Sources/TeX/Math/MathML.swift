import Text

/// Writes formulas as MathML Core.
public struct MathML {
  private var output: [UInt8] = []

  /// The HTML of the formula `tex` (without its delimiters).
  ///
  /// What can be read without a formula, such as `8\times` or `^2`, is plain text; all else is a `<math>` element.
  /// Commands that are not known show as their name. Nesting beyond 24 groups and formulas beyond 4,000 bytes lose
  /// their structure, not their letters.
  public static func render(_ tex: String, isDisplayed: Bool = false) -> Markup {
    let formula = FormulaParser.formula(tex)
    var writer = MathML()
    if formula.isPlain, !isDisplayed {
      writer.writePlain(formula)
    } else {
      writer.open("math", isDisplayed ? " display=\"block\"" : "")
      writer.writeRow([formula])
      writer.close("math")
    }
    return Markup(bytes: writer.output)
  }
}

/// Formulas as text.
extension MathML {
  private mutating func writePlain(_ formula: Formula) {
    var run: [Formula] = []
    var parts = [formula]
    if case .row(let inner) = formula { parts = inner }
    for part in parts {
      if case .text(let text, let style) = part, style != .plain {
        flush(&run)
        write(text, style)
      } else {
        run.append(part)
      }
    }
    flush(&run)
  }

  /// Writes parts as text, the blanks at their ends only between other parts.
  private mutating func flush(_ run: inout [Formula]) {
    let text = MathText.plain(.row(run))
    if run.first?.isSpace == true, !output.isEmpty { output.append(0x20) }
    escape(text)
    if run.last?.isSpace == true, !text.isEmpty { output.append(0x20) }
    run = []
  }

  private mutating func write(_ text: String, _ style: Formula.TextStyle) {
    switch style {
    case .plain: escape(text)
    case .bold: element("b", text)
    case .italic: element("i", text)
    case .code: element("code", text)
    }
  }
}

/// Formulas as MathML.
extension MathML {
  private mutating func write(_ formula: Formula) {
    switch formula {
    case .row(let parts):
      let seen = parts.filter { !$0.isEmpty }
      if seen.count == 1 { return write(seen[0]) }
      open("mrow")
      writeRow(parts)
      close("mrow")
    case .variable(let name, let isUpright): element("mi", name, isUpright ? " mathvariant=\"normal\"" : "")
    case .word(let word), .function(let word): element("mi", word)
    case .number(let number): element("mn", number)
    case .sign(let sign): writeSign(sign)
    case .text(let text, let style):
      open("mtext")
      write(text, style)
      close("mtext")
    case .blank: break
    case .space(let width): if width > 0 { open("mspace", " width=\"\(Self.em(width))em\"", isEmpty: true) }
    case .fraction(let above, let below, let hasRule):
      wrap("mfrac", [above, below], hasRule ? "" : " linethickness=\"0\"")
    case .root(let radicand, let index):
      if let index { wrap("mroot", [radicand, index]) } else { wrap("msqrt", [radicand]) }
    case .scripts(let base, let below, let above, let areLimits): writeScripts(base, below, above, areLimits)
    case .accent(let base, let sign, let isBelow): writeAccent(base, sign, isBelow)
    case .fenced(let left, let inner, let right): writeFenced(left, inner, right)
    case .table(let rows, let alignment): writeTable(rows, alignment)
    }
  }

  private mutating func writeRow(_ parts: [Formula]) {
    var last: Formula?
    var isBlankBetween = false
    for part in parts.flattened {
      if part == .blank {
        isBlankBetween = true
        continue
      }
      if let last {
        if last.isApart(from: part) {
          write(.space(3))
        } else if isBlankBetween, last.isProse(before: part) {
          write(.space(5))
        }
      }
      write(part)
      last = part
      isBlankBetween = false
    }
  }

  private mutating func writeSign(_ sign: String) {
    let attributes = sign.isName ? " movablelimits=\"true\"" : Self.brackets.contains(sign) ? " stretchy=\"false\"" : ""
    element("mo", sign, attributes)
  }

  private mutating func writeScripts(_ base: Formula, _ below: Formula?, _ above: Formula?, _ areLimits: Bool) {
    let parts = [base, below, above].compactMap { $0 }
    switch (below != nil, above != nil) {
    case (true, true): wrap(areLimits ? "munderover" : "msubsup", parts)
    case (true, false): wrap(areLimits ? "munder" : "msub", parts)
    default: wrap(areLimits ? "mover" : "msup", parts)
    }
  }

  private mutating func writeAccent(_ base: Formula, _ sign: String, _ isBelow: Bool) {
    let name = isBelow ? "munder" : "mover"
    open(name, isBelow ? " accentunder=\"true\"" : " accent=\"true\"")
    writeArgument(base)
    element("mo", sign, Self.isWide(base) ? "" : " stretchy=\"false\"")
    close(name)
  }

  private static func isWide(_ formula: Formula) -> Bool {
    if case .variable = formula { false } else { true }
  }

  private mutating func writeFenced(_ left: String, _ inner: Formula, _ right: String) {
    open("mrow")
    if !left.isEmpty { element("mo", left, " form=\"prefix\" stretchy=\"true\"") }
    writeRow([inner])
    if !right.isEmpty { element("mo", right, " form=\"postfix\" stretchy=\"true\"") }
    close("mrow")
  }

  private mutating func writeTable(_ rows: [[Formula]], _ alignment: Formula.TableAlignment) {
    open("mtable", alignment == .centred ? "" : alignment == .left ? " class=\"cases\"" : " class=\"aligned\"")
    for row in rows {
      open("mtr")
      for cell in row {
        open("mtd")
        writeRow([cell])
        close("mtd")
      }
      close("mtr")
    }
    close("mtable")
  }

  private static let brackets: Set<String> = [
    "(", ")", "[", "]", "{", "}", "|", "‖", "⟨", "⟩", "⌈", "⌉", "⌊", "⌋", "/", "∣", "∥",
  ]
}

/// Elements.
extension MathML {
  /// An element whose children stand in fixed places.
  private mutating func wrap(_ name: String, _ parts: [Formula], _ attributes: String = "") {
    open(name, attributes)
    for part in parts { writeArgument(part) }
    close(name)
  }

  /// One element, whatever the part is.
  private mutating func writeArgument(_ part: Formula) {
    switch part {
    case .blank, .space(0): write(.row([]))
    default: write(part)
    }
  }

  private mutating func element(_ name: String, _ text: String, _ attributes: String = "") {
    open(name, attributes)
    escape(text)
    close(name)
  }

  private mutating func open(_ name: String, _ attributes: String = "", isEmpty: Bool = false) {
    output += Array("<\(name)\(attributes)\(isEmpty ? "/" : "")>".utf8)
  }

  private mutating func close(_ name: String) { output += Array("</\(name)>".utf8) }

  private mutating func escape(_ text: String) { HTMLEscaping.append(text, to: &output) }

  /// Eighteenths as a decimal of three digits.
  private static func em(_ width: Int) -> String {
    let thousandths = width * 1000 / 18
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
