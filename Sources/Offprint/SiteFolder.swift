import Diagnostics
import Planning
import Publishing
import Theme

/// A publisher's folder on disk: configuration, dumps, pages of their own, changed templates.
struct SiteFolder {
  /// Path of the folder; empty where input files were named instead of a site.
  let path: String
  let configuration: Configuration

  /// Opens the folder and reads its `offprint.yml`, which may be missing.
  /// - Throws: Where there is no such folder, or its configuration has a mistake.
  init(_ path: String) throws(Failure) {
    guard path.isEmpty || FileSystem.isFolder(path) else {
      throw Failure(
        Diagnostic(
          "site.missing", .error, at: SourcePosition(file: path), "There is no such folder.",
          action: "Nothing was built.", hint: "`offprint init \(path)` begins one."))
    }
    self.path = path
    let file = Self.join(path, "offprint.yml")
    if let bytes = try FileSystem.read(file) {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(
          Diagnostic(
            "config.encoding", .error, at: SourcePosition(file: file), "The file is not UTF-8.",
            action: "Nothing was built.", hint: "Save it as UTF-8."))
      }
      configuration = try ConfigurationReader.read(text, file: file)
    } else {
      configuration = Configuration()
    }
  }

  /// The folder's input files, as the configuration names them; `dumps/` by default.
  func inputs() throws(Failure) -> [String] {
    guard let named = configuration.dumps else { return try Self.files(in: Self.join(path, "dumps")) }
    return try InputFiles.all(named.map { Self.join(path, $0) })
  }

  /// The publisher's own pages, in order of their `order`, then title.
  func userPages() throws(Failure) -> [UserPage] {
    var pages: [UserPage] = []
    for file in try Self.files(in: Self.join(path, "pages")) where file.hasSuffix(".md") {
      guard let bytes = try FileSystem.read(file) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      if let page = try FrontMatter.page(text, file: file) { pages.append(page) }
    }
    return pages.sorted { one, other in
      let place = one.order ?? Int.max
      let otherPlace = other.order ?? Int.max
      return (place, one.title, one.file) < (otherPlace, other.title, other.file)
    }
  }

  /// The theme with the publisher's own files in place of those that they replace or beside them.
  func templates() throws(Failure) -> [Theme.File] {
    var files: [String: Theme.File] = [:]
    for file in Theme.files { files[file.name] = file }
    for folder in ["assets", "layouts", "pages"] {
      for path in try Self.files(in: Self.join(self.path, "templates/\(folder)")) {
        guard let bytes = try FileSystem.read(path) else { continue }
        let name = "\(folder)/\(FileSystem.name(of: path))"
        files[name] = Theme.File(name: name, text: String(decoding: bytes, as: UTF8.self))
      }
    }
    let style = "assets/site.css"
    files[style].map { files[style] = Theme.File(name: style, text: $0.text + configuration.colours.rules) }
    return files.values.sorted { $0.name < $1.name }
  }

  /// `name` below `folder`, or `name` itself where it is absolute.
  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty || name.hasPrefix("/") ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Files straight in a folder, hidden ones left out, sorted by name.
  static func files(in folder: String) throws(Failure) -> [String] {
    try FileSystem.entries(of: folder)
      .filter { !$0.isFolder && !$0.name.hasPrefix(".") }
      .map { join(folder, $0.name) }
  }
}
