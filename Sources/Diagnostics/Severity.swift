/// How bad a diagnostic is; the worst one decides the exit code.
public enum Severity: Int, Sendable, Comparable, CaseIterable {
  case note, warning, error

  /// The word that stands in a printed message.
  public var word: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}
