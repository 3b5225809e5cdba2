import Diagnostics
import Papers
import Publishing

/// What a build did.
public struct BuildResult: Sendable, Equatable {
  /// The output folder.
  public var output: String
  public var tally: Tally
  public var topics: Int
  public var outcome: Publication.Outcome
  /// Everything that was found worth telling, in order of dump and line.
  public var diagnostics: [Diagnostic]
  public var phases: [PhaseFigures]

  /// The closing line: entries, papers, topics and files.
  public var summary: String {
    let seconds = phases.reduce(0) { $0 + $1.wall }
    return "\(Self.grouped(tally.read)) read, \(Self.counted(tally.papers, "paper")), "
      + "\(Self.grouped(tally.merged)) merged, \(Self.grouped(tally.dropped)) dropped, \(Self.counted(topics, "topic")), "
      + "\(Self.counted(outcome.files, "file")) (\(Self.grouped(outcome.written.count)) written) in "
      + "\(Self.hundredths(seconds)) s"
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    grouped(count) + " \(noun)\(count == 1 ? "" : "s")"
  }

  /// Digits in groups of three, as in 1,312.
  static func grouped(_ value: Int) -> String {
    var digits = String(value)
    var at = digits.count - 3
    while at > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: at))
      at -= 3
    }
    return digits
  }

  /// Seconds with two decimals.
  static func hundredths(_ seconds: Double) -> String {
    let whole = Int((seconds * 100).rounded())
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }
}
