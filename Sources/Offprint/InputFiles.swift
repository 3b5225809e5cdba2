import Diagnostics
import Papers
import Publishing

/// Fetches the input files that a build or a check names.
enum InputFiles {
  /// The files that some names stand for: of a folder those straight in it.
  static func all(_ names: [String]) throws(Failure) -> [String] {
    var files: [String] = []
    for name in names {
      if FileSystem.isFolder(name) { files += try SiteFolder.files(in: name) } else { files.append(name) }
    }
    return files
  }

  /// The files, to be read piece by piece; what is no plain file, such as a pipe, is read at once.
  /// - Throws: One diagnostic for each file that is not there.
  static func open(_ names: [String]) throws(Failure) -> [InputSource] {
    var files: [InputSource] = []
    var missing: [Diagnostic] = []
    for name in names {
      if let size = FileSystem.size(of: name) {
        files.append(
          InputSource(name: name, size: size) { range throws(Failure) in try FileSystem.read(name, range) })
      } else if let bytes = try FileSystem.read(name) {
        files.append(InputSource(InputFile(name: name, bytes: bytes)))
      } else {
        missing.append(
          Diagnostic(
            "input.missing", .error, at: SourcePosition(file: name), "There is no such file.",
            action: "Nothing was built.",
            hint: name.contains("\u{FFFD}")
              ? "Its name is no UTF-8: rename it."
              : "Check the name in the command or under `dumps:` in offprint.yml."))
      }
    }
    if !missing.isEmpty { throw Failure(missing) }
    return files
  }
}
