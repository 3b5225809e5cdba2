import Diagnostics
import Papers
import Publishing

/// Fetches the input files that a build or a check names.
enum InputFiles {
  /// The files with their bytes.
  /// - Throws: One diagnostic for each file that is not there.
  static func read(_ names: [String]) throws(Failure) -> [InputFile] {
    var files: [InputFile] = []
    var missing: [Diagnostic] = []
    for name in names {
      if let bytes = try FileSystem.read(name) {
        files.append(InputFile(name: name, bytes: bytes))
      } else {
        missing.append(
          Diagnostic(
            "input.missing", .error, at: SourcePosition(file: name), "There is no such file.",
            action: "Nothing was built.", hint: "Check the name in the command or under `dumps:` in offprint.yml."))
      }
    }
    if !missing.isEmpty { throw Failure(missing) }
    return files
  }
}
