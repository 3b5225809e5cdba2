import Diagnostics
import Papers
import Planning
import Text
import Topics

/// `report.json`: counts in = counts out, merges, messages, checks and the fingerprint of every file.
public struct ReportExport: Sendable {
  public static let path = SitePath("report.json")

  private let library: Library
  private let atlas: Atlas
  private let diagnostics: [Diagnostic]

  public init(library: Library, atlas: Atlas, diagnostics: [Diagnostic]) {
    self.library = library
    self.atlas = atlas
    self.diagnostics = diagnostics
  }

  /// The file; `files` are all others of the edition.
  public func file(_ files: [StagedFile], check: LinkCheck) -> OutputFile {
    var json = JSONWriter(reserving: files.count * 90)
    json.beginObject()
    json.field("format", "offprint-report")
    json.field("version", 1)
    writeCounts(into: &json)
    writeDumps(into: &json)
    writeMerges(into: &json)
    writeMessages(into: &json)
    writeFigures(into: &json)
    writeCheck(check, files, into: &json)
    writeFiles(files, into: &json)
    json.endObject()
    return OutputFile(path: Self.path, bytes: json.bytes + [0x0A])
  }
}

extension ReportExport {
  private func writeCounts(into json: inout JSONWriter) {
    json.key("counts")
    json.beginObject()
    json.field("read", library.tally.read)
    json.field("papers", library.tally.papers)
    json.field("merged", library.tally.merged)
    json.field("dropped", library.tally.dropped)
    json.field("topics", atlas.topics.count)
    json.field("keywords", atlas.keywords.count)
    json.endObject()
  }

  private func writeDumps(into json: inout JSONWriter) {
    json.key("dumps")
    json.beginArray()
    for dump in library.dumps {
      json.beginObject()
      json.field("file", dump.file)
      json.field("format", dump.format)
      json.field("entries", dump.entries)
      json.field("dropped", dump.dropped)
      json.endObject()
    }
    json.endArray()
  }

  private func writeMerges(into json: inout JSONWriter) {
    json.key("merges")
    json.beginArray()
    for merge in library.merges {
      json.beginObject()
      json.field("id", library.papers[merge.paper].id.value)
      json.field("dump", library.dumps[merge.sighting.dump].file)
      json.field("rank", merge.sighting.rank)
      json.field("line", merge.sighting.line)
      json.field("reason", merge.reason.rawValue)
      json.field("otherTitle", optional: merge.otherTitle)
      json.endObject()
    }
    json.endArray()
  }

  private func writeMessages(into json: inout JSONWriter) {
    json.key("messages")
    // The folder that a file was named in differs from machine to machine; its name does not.
    JSONForm.write(
      diagnostics.map { diagnostic in
        var local = diagnostic
        if let file = diagnostic.position?.file { local.position?.file = FileSystem.name(of: file) }
        return local
      }, to: &json)
  }

  private func writeFigures(into json: inout JSONWriter) {
    json.key("figures")
    json.beginObject()
    for figure in atlas.figures {
      json.key(figure.name)
      json.decimal(figure.value)
    }
    json.endObject()
  }

  private func writeCheck(_ check: LinkCheck, _ files: [StagedFile], into json: inout JSONWriter) {
    json.key("check")
    json.beginObject()
    json.field("links", check.links)
    json.field("anchors", check.anchors)
    json.field("broken", check.diagnostics.count)
    json.field("files", files.count)
    json.field("bytes", files.reduce(0) { $0 + $1.size })
    json.endObject()
  }

  private func writeFiles(_ files: [StagedFile], into json: inout JSONWriter) {
    json.key("files")
    json.beginObject()
    for file in files.sorted(by: { $0.path < $1.path }) {
      json.field(file.path.value, file.fingerprint.hex)
    }
    json.endObject()
  }
}
