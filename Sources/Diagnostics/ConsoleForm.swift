/// Messages as a terminal shows them, in the form that editors and build logs understand.
///
///     dumps/a.txt:12:1: warning[paper.missing-abstract]: no abstract for “Sparse Attention”
///       done: kept the paper with its title alone
///       hint: add the abstract, or leave the paper out
public struct ConsoleForm: Sendable {
  /// Messages of one kind that are shown in full; the rest is counted.
  public var perKind: Int
  /// Messages below this severity are left out.
  public var least: Severity
  /// Whether severities are coloured, for a terminal that shows it.
  public var isColoured: Bool

  public init(perKind: Int = 5, least: Severity = .note, isColoured: Bool = false) {
    self.perKind = perKind
    self.least = least
    self.isColoured = isColoured
  }

  /// All messages in their order, each with its line end; a kind that was cut says so after its last shown message.
  public func text(of diagnostics: [Diagnostic]) -> String {
    let shown = diagnostics.filter { $0.severity >= least }
    var totals: [String: Int] = [:]
    for diagnostic in shown { totals[diagnostic.id, default: 0] += 1 }
    var printed: [String: Int] = [:]
    var text = ""
    for diagnostic in shown {
      let count = printed[diagnostic.id, default: 0] + 1
      printed[diagnostic.id] = count
      if count > perKind { continue }
      text += self.text(of: diagnostic)
      let rest = totals[diagnostic.id, default: 0] - perKind
      if count == perKind, rest > 0 { text += "  and \(rest) more of \(diagnostic.id)\n" }
    }
    return text
  }

  /// One message: its place and summary, then what was done and how to mend it, indented.
  public func text(of diagnostic: Diagnostic) -> String {
    var text = ""
    if let position = diagnostic.position {
      text += Self.printable(position.file) + ":"
      if position.line > 0 { text += "\(position.line):" }
      if position.line > 0, position.column > 0 { text += "\(position.column):" }
      text += " "
    }
    text += "\(coloured(diagnostic.severity))[\(diagnostic.id)]: \(Self.printable(diagnostic.summary))\n"
    if let action = diagnostic.action { text += "  done: \(Self.printable(action))\n" }
    if let hint = diagnostic.hint { text += "  hint: \(Self.printable(hint))\n" }
    return text
  }

  private func coloured(_ severity: Severity) -> String {
    guard isColoured else { return severity.word }
    let colour =
      switch severity {
      case .error: 31
      case .warning: 33
      case .note: 36
      }
    return "\u{1B}[1;\(colour)m\(severity.word)\u{1B}[0m"
  }

  /// Text of an input must not steer the terminal: control characters become U+FFFD.
  private static func printable(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { !isControl($0) }
    if isPlain { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(scalars)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value)
  }
}
