import Planning
import Text

/// `changes.json`: what differs from the edition before; see `Docs/papers-jsonl.md`.
public struct ChangesExport: Sendable {
  private let changes: EditionChanges

  public init(_ changes: EditionChanges) { self.changes = changes }

  public func file() -> OutputFile {
    var json = JSONWriter()
    json.beginObject()
    json.field("format", "offprint-changes")
    json.field("version", 1)
    json.key("changes")
    changes.write(into: &json)
    json.endObject()
    return OutputFile(path: SitePath("changes.json"), bytes: json.bytes + [0x0A])
  }
}
