import Text

/// Messages as JSON, for programs that read them.
///
/// An object with `counts` (`error`, `warning`, `note`) and `diagnostics`, each with `id`, `severity` and `summary`, and
/// where there are any `file`, `line`, `column`, `action` and `hint`.
public enum JSONForm {
  public static func bytes(of diagnostics: [Diagnostic]) -> [UInt8] {
    var writer = JSONWriter(reserving: 256 * diagnostics.count + 64)
    write(diagnostics, to: &writer)
    return writer.bytes
  }

  /// Writes the same object as a value of a larger document.
  public static func write(_ diagnostics: [Diagnostic], to writer: inout JSONWriter) {
    let tally = DiagnosticTally(diagnostics)
    writer.beginObject()
    writer.key("counts")
    writer.beginObject()
    for severity in Severity.allCases.reversed() {
      writer.key(severity.word)
      writer.integer(tally.count(of: severity))
    }
    writer.endObject()
    writer.key("diagnostics")
    writer.beginArray()
    for diagnostic in diagnostics { write(diagnostic, to: &writer) }
    writer.endArray()
    writer.endObject()
  }

  private static func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    func member(_ name: String, _ value: String?) {
      guard let value else { return }
      writer.key(name)
      writer.string(value)
    }
    writer.beginObject()
    member("id", diagnostic.id)
    member("severity", diagnostic.severity.word)
    member("file", diagnostic.position?.file)
    for (name, number) in [("line", diagnostic.position?.line), ("column", diagnostic.position?.column)] {
      guard let number, number > 0 else { continue }
      writer.key(name)
      writer.integer(number)
    }
    member("summary", diagnostic.summary)
    member("action", diagnostic.action)
    member("hint", diagnostic.hint)
    writer.endObject()
  }
}
