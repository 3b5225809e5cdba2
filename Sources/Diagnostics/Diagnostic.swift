/// One message about an input, a template or the site: what is wrong, where, what was done, how to mend it.
public struct Diagnostic: Sendable, Hashable, Error {
  /// Stable identifier of the kind of message, such as `dump.missing-abstract`.
  public var id: String
  public var severity: Severity
  /// Where it was seen; nil where no file is to blame.
  public var position: SourcePosition?
  /// One sentence: what was found and what was expected.
  public var summary: String
  /// What the program did instead; nil where there was nothing to do.
  public var action: String?
  /// How to mend it; nil where the summary says it.
  public var hint: String?

  public init(
    _ id: String, _ severity: Severity, at position: SourcePosition? = nil, _ summary: String,
    action: String? = nil, hint: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.position = position
    self.summary = summary
    self.action = action
    self.hint = hint
  }
}
