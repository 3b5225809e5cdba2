import Diagnostics
import Parallel
import Planning

/// Looks a published edition over: every file against the manifest, every link and anchor against the files.
public struct Inspection: Sendable {
  public let files: Int
  public let bytes: Int
  public let links: Int
  public let anchors: Int
  /// In order of file.
  public let diagnostics: [Diagnostic]

  /// Inspects the edition in `output`.
  /// - Throws: Where the folder holds no edition or cannot be read.
  public static func of(_ output: String, threads: Int) throws(Failure) -> Inspection {
    guard let manifest = try Manifest(readFrom: output) else {
      throw Failure(
        Diagnostic(
          "check.no-edition", .error, at: SourcePosition(file: output), "There is no edition in this folder.",
          hint: "Name the folder that a build wrote, or input files."))
    }
    let entries = manifest.entries
    let parts = Slices(threads: threads).map(entries.count, sliceSize: 64) { range in
      entries[range].map { Self.look(at: $0, in: output) }
    }
    var files: [StagedFile] = []
    var diagnostics: [Diagnostic] = []
    for (file, problem) in parts.flatMap({ $0 }) {
      if let file { files.append(file) }
      if let problem { diagnostics.append(problem) }
    }
    let staging = Staging(output: output)
    let check = LinkCheck(files, read: staging.bytes)
    return Inspection(
      files: files.count, bytes: files.reduce(0) { $0 + $1.size }, links: check.links, anchors: check.anchors,
      diagnostics: diagnostics + check.diagnostics)
  }

  private static func look(at entry: Manifest.Entry, in output: String) -> (StagedFile?, Diagnostic?) {
    let path = "\(output)/\(entry.path.value)"
    do throws(Failure) {
      guard let bytes = try FileSystem.read(path) else {
        return (nil, problem("check.missing", path, "The edition's list names this file, and it is not there."))
      }
      let file = StagedFile(OutputFile(path: entry.path, bytes: bytes), isUnchanged: true)
      if file.size == entry.size, file.fingerprint == entry.fingerprint { return (file, nil) }
      return (file, problem("check.changed", path, "This file was changed after the edition was published."))
    } catch {
      return (nil, error.diagnostics.first)
    }
  }

  private static func problem(_ id: String, _ path: String, _ summary: String) -> Diagnostic {
    Diagnostic(id, .error, at: SourcePosition(file: path), summary, hint: "Build the edition anew.")
  }
}
