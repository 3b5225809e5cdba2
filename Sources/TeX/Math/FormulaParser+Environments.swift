/// Tables.
extension FormulaParser {
  mutating func environment(_ name: String) -> Formula {
    let base = name.hasSuffix("*") ? String(name.dropLast()) : name
    if base == "array" || base == "tabular" { _ = rawArgument() }
    var rows: [[Formula]] = []
    var cells: [Formula] = []
    while at < input.count {
      cells.append(.joined(row { $0 == "end" }))
      if next == "&" {
        at += 1
      } else if peekCommand() == "\\" {
        takeCommand()
        rows.append(cells)
        cells = []
      } else {
        if peekCommand() == "end" {
          takeCommand()
          _ = rawArgument()
        }
        break
      }
    }
    if !cells.allSatisfy(\.isEmpty) { rows.append(cells) }
    return Self.environment(base, rows)
  }

  private static func environment(_ name: String, _ rows: [[Formula]]) -> Formula {
    let matrix = Formula.table(rows, alignment: .centred)
    switch name {
    case "pmatrix": return .fenced("(", matrix, ")")
    case "bmatrix": return .fenced("[", matrix, "]")
    case "Bmatrix": return .fenced("{", matrix, "}")
    case "vmatrix": return .fenced("|", matrix, "|")
    case "Vmatrix": return .fenced("‖", matrix, "‖")
    case "cases": return .fenced("{", .table(rows, alignment: .left), "")
    case "rcases": return .fenced("", .table(rows, alignment: .left), "}")
    case "align", "aligned", "split", "eqnarray", "alignat":
      return rows.count == 1 ? .row(rows[0]) : .table(rows, alignment: .alternating)
    default: return rows.count == 1 && rows[0].count == 1 ? rows[0][0] : matrix
    }
  }
}

/// Fractions whose sign stands between their halves.
extension FormulaParser {
  /// What parts a group into the upper and the lower half of a fraction.
  struct Infix {
    var hasRule: Bool
    var delimiters: (String, String)?
  }

  static let infix: [String: Infix] = [
    "over": Infix(hasRule: true), "atop": Infix(hasRule: false),
    "choose": Infix(hasRule: false, delimiters: ("(", ")")), "brack": Infix(hasRule: false, delimiters: ("[", "]")),
  ]

  static func infixFraction(_ above: Formula, _ below: Formula, _ infix: Infix) -> Formula {
    let fraction = Formula.fraction(above, below, hasRule: infix.hasRule)
    guard let (open, close) = infix.delimiters else { return fraction }
    return .fenced(open, fraction, close)
  }
}
