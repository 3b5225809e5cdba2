import Diagnostics
import Pages
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
    return "\(Wording.digits(tally.read)) read, \(Wording.count(tally.papers, "paper")), "
      + "\(Wording.digits(tally.merged)) merged, \(Wording.digits(tally.dropped)) dropped, \(Wording.count(topics, "topic")), "
      + "\(Wording.count(outcome.files, "file")) (\(Wording.digits(outcome.written.count)) written) in "
      + "\(Self.hundredths(seconds)) s"
  }

  /// Seconds with two decimals.
  static func hundredths(_ seconds: Double) -> String {
    let whole = Int((seconds * 100).rounded())
    return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
  }
}
