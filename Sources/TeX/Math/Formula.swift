/// A formula as a tree, from which MathML and plain text are written.
indirect enum Formula: Equatable, Sendable {
  case row([Formula])
  /// A variable: one letter, set in italics unless it is upright.
  case variable(String, isUpright: Bool)
  /// A function's name, or letters that stand together like a word.
  case word(String)
  case number(String)
  /// A sign between or around other parts; names like `max` stand as signs whose limits go below them.
  case sign(String)
  case text(String, TextStyle)
  /// White space of the source, which only plain text keeps.
  case blank
  /// Space that the author asked for, in eighteenths of an em.
  case space(Int)
  case fraction(Formula, Formula, hasRule: Bool)
  case root(Formula, index: Formula?)
  /// Sub- and superscript; with `areLimits` they stand below and above where there is room.
  case scripts(Formula, below: Formula?, above: Formula?, areLimits: Bool)
  /// A sign over or under its base: accents, lines, braces.
  case accent(Formula, String, isBelow: Bool)
  /// Delimiters that grow with what stands between them; an empty one is not shown.
  case fenced(String, Formula, String)
  case table([[Formula]], alignment: TableAlignment)

  /// How words inside of a formula are set.
  enum TextStyle: Sendable { case plain, bold, italic, code }

  enum TableAlignment: Sendable {
    /// Matrices.
    case centred
    /// Cases: every column to the left.
    case left
    /// Aligned equations: right, left, right, left …
    case alternating
  }

  static let empty = Formula.row([])

  /// A row, or its only part.
  static func joined(_ parts: [Formula]) -> Formula { parts.count == 1 ? parts[0] : .row(parts) }

  /// Whether nothing of it is seen.
  var isEmpty: Bool {
    switch self {
    case .row(let parts): parts.allSatisfy(\.isEmpty)
    case .blank: true
    case .text(let text, _), .sign(let text): text.isEmpty
    default: false
    }
  }

  /// Whether it needs no formula to be read: numbers, words, signs and small figures, no variable.
  var isPlain: Bool {
    switch self {
    case .row(let parts): parts.allSatisfy(\.isPlain)
    case .number, .word, .sign, .text, .blank, .space: true
    case .scripts(let base, let below, let above, _):
      [base, below, above].allSatisfy { $0?.isPlain ?? true } && MathText.isSmall(below, SmallFigures.lowered)
        && MathText.isSmall(above, SmallFigures.raised)
    default: false
    }
  }

  /// Whether it is one sign or variable.
  var isOneCharacter: Bool {
    switch self {
    case .variable(let text, _), .sign(let text): text.unicodeScalars.count == 1
    default: false
    }
  }
}
