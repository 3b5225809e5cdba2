/// A formula as a tree, from which MathML and plain text are written.
indirect enum Formula: Equatable, Sendable {
  case row([Formula])
  /// A variable: one letter, set in italics unless it is upright.
  case variable(String, isUpright: Bool)
  /// Letters that stand together like a word.
  case word(String)
  /// The name of a function, apart from its argument.
  case function(String)
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
    case .number, .word, .function, .sign, .text, .blank, .space: true
    case .scripts(let base, let below, let above, _):
      [base, below, above].allSatisfy { $0?.isPlain ?? true } && MathText.isSmall(below, SmallFigures.lowered)
        && MathText.isSmall(above, SmallFigures.raised)
    default: false
    }
  }

  /// Whether it needs no brackets beside a stroke: one name or number, with its scripts, or what has brackets.
  var standsTogether: Bool {
    switch self {
    case .variable, .number, .word, .root, .text, .fenced: true
    case .scripts(let base, _, _, _), .accent(let base, _, _): base.standsTogether
    case .row(let parts):
      switch parts.filter({ !$0.isEmpty }) {
      case let seen where seen.count == 1: seen[0].standsTogether
      default: false
      }
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

  /// What scripts and accents are attached to.
  var core: Formula {
    switch self {
    case .scripts(let base, _, _, _): base.core
    default: self
    }
  }

  /// Whether a thin space parts it from `right`: a function's name and what is beside it.
  func isApart(from right: Formula) -> Bool {
    switch (core, right.core) {
    case (.sign, _), (_, .sign), (_, .fenced), (_, .space), (.space, _), (_, .row): false
    case (.function, _), (_, .function): true
    default: false
    }
  }

  /// Whether a blank between it and `right` parts words, which TeX would run together.
  func isProse(before right: Formula) -> Bool {
    switch (core, right.core) {
    case (.word, .word), (.word, .variable), (.variable, .word), (.word, .number), (.number, .word): true
    default: false
    }
  }

  /// Whether it is space, of the source or asked for.
  var isSpace: Bool {
    switch self {
    case .blank: true
    case .space(let width): width > 3
    default: false
    }
  }
}

extension [Formula] {
  /// The parts with those of rows inside in their place.
  var flattened: [Formula] {
    flatMap { part in if case .row(let inner) = part { inner.flattened } else { [part] } }
  }
}
