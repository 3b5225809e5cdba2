/// How many messages there are, by severity and by kind.
public struct DiagnosticTally: Sendable, Equatable {
  /// One kind of message and how often it came.
  public struct Kind: Sendable, Equatable {
    public var id: String
    public var severity: Severity
    public var count: Int
  }

  /// Worst severity first, then by identifier.
  public let kinds: [Kind]

  public init(_ diagnostics: [Diagnostic]) {
    var counts: [String: Kind] = [:]
    for diagnostic in diagnostics {
      let key = "\(diagnostic.severity.rawValue) \(diagnostic.id)"
      counts[key, default: Kind(id: diagnostic.id, severity: diagnostic.severity, count: 0)].count += 1
    }
    kinds = counts.values.sorted { a, b in
      a.severity == b.severity ? a.id < b.id : a.severity > b.severity
    }
  }

  public func count(of severity: Severity) -> Int {
    kinds.lazy.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
  }

  /// The worst severity of all; nil where there is no message.
  public var worst: Severity? { kinds.first?.severity }

  /// `2 errors, 1 warning, 3 notes`; empty where there is no message.
  public var summary: String {
    Severity.allCases.reversed().compactMap { severity in
      let count = count(of: severity)
      return count == 0 ? nil : "\(count) \(severity.word)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }
}
