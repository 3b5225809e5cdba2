import Diagnostics
import Publishing
import Theme

/// Begins a publisher's folder, and hands templates out to be changed.
public enum Starter {
  /// Writes a commented `offprint.yml`, an example dump and an example page into a folder.
  /// - Returns: The files written.
  /// - Throws: Where one of them is there already; nothing is written then.
  public static func begin(_ folder: String) throws(Failure) -> [String] {
    let files = Theme.files.filter { $0.name.hasPrefix("starter/") }
    return try write(files.map { (String($0.name.dropFirst("starter/".count)), $0.text) }, into: folder)
  }

  /// Copies templates of the theme into `templates/` of a site's folder, where they replace the theme's own.
  /// - Parameter names: Such as `layouts/page.html`; empty for all.
  public static func eject(_ names: [String], into folder: String) throws(Failure) -> [String] {
    let theme = Theme.files.filter { !$0.name.hasPrefix("starter/") }
    let known = theme.map(\.name)
    let unknown = names.filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw Failure(
        unknown.map { name in
          let hint = NearMiss.suggestion(for: name, among: known).map { "Did you mean \"\($0)\"?" }
          return Diagnostic(
            "eject.unknown", .error, "The theme has no file \"\(name)\".", action: "Nothing was written.",
            hint: hint ?? "Leave the name out to get all of them.")
        })
    }
    let wanted = names.isEmpty ? theme : theme.filter { names.contains($0.name) }
    return try write(wanted.map { ("templates/\($0.name)", $0.text) }, into: folder)
  }

  private static func write(_ files: [(name: String, text: String)], into folder: String) throws(Failure) -> [String] {
    let paths = files.map { SiteFolder.join(folder, $0.name) }
    let there = paths.filter { FileSystem.exists($0) }
    guard there.isEmpty else {
      throw Failure(
        there.map {
          Diagnostic(
            "starter.exists", .error, at: SourcePosition(file: $0), "This file is there already.",
            action: "Nothing was written.", hint: "Move it away first.")
        })
    }
    for (path, file) in zip(paths, files) { try FileSystem.write(Array(file.text.utf8), to: path) }
    return paths
  }
}
