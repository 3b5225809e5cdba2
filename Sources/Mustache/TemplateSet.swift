import Diagnostics

/// The templates of a site, parsed and ready to be compiled for their models.
///
/// Names are paths such as `pages/paper.md` and `layouts/page.html`. A partial or parent is named by its path, with or
/// without the ending, or by its last part where it lies beside the template that names it, or in `layouts/` (HTML)
/// or `pages/` (Markdown).
public struct TemplateSet: Sendable {
  /// How strictly templates are read.
  enum Dialect: Sendable {
    /// Unknown names and raw text are errors.
    case strict
    /// As the Mustache specification has it: unknown names are empty and triple braces take any text.
    case specification
  }

  struct File: Sendable {
    let source: Source
    let nodes: [Node]
  }

  let files: [String: File]
  let dialect: Dialect

  /// Parses every file.
  ///
  /// - Parameter files: Each name once; of two of one name the later one counts, so that a publisher's own files
  ///   follow those of the theme.
  /// - Throws: The errors of syntax in all files.
  public init(files: [(name: String, text: String)]) throws(Failure) { try self.init(files: files, dialect: .strict) }

  init(files: [(name: String, text: String)], dialect: Dialect) throws(Failure) {
    self.dialect = dialect
    var parsed: [String: File] = [:]
    var last: [String: Int] = [:]
    for (index, file) in files.enumerated() { last[file.name] = index }
    var errors: [Diagnostic] = []
    for (index, file) in files.enumerated() where last[file.name] == index {
      let source = Source(name: file.name, text: file.text)
      do throws(Diagnostic) {
        parsed[file.name] = File(source: source, nodes: try TemplateParser.nodes(of: source))
      } catch {
        errors.append(error)
      }
    }
    guard errors.isEmpty else { throw Failure(errors) }
    self.files = parsed
  }

  /// Compiles the template `name` with all that it includes.
  ///
  /// - Throws: Every unknown name, missing partial and the like in it, each where it stands.
  public func template<Model: Viewable>(_ name: String, for model: Model.Type) throws(Failure) -> Template<Model> {
    try template(name, shape: Model.schema.shape())
  }

  func template<Model: Viewable>(_ name: String, shape: Shape) throws(Failure) -> Template<Model> {
    guard let file = files[name] else {
      throw Failure(
        Diagnostic(
          "template.missing-file", .error, "there is no template \"\(name)\"",
          hint: Source.didYouMean(name, among: files.keys)))
    }
    var compiler = Compiler(set: self)
    return try compiler.template(file, shape)
  }

  /// The file that a partial called `name` in `source` means: one of the same ending, nearest first.
  func file(_ name: String, from source: Source) -> File? {
    let ending = Self.ending(source.name)
    let folder = source.name.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let common = source.format == .markdown ? "pages/" : "layouts/"
    let candidates = [folder + name + ending, folder + name, name, name + ending, common + name + ending]
    return candidates.lazy.compactMap { files[$0] }.first { Self.ending($0.source.name) == ending }
  }

  /// Names by which templates of the ending of `source` can be called.
  func partialNames(for source: Source) -> [String] {
    let ending = Self.ending(source.name)
    return files.keys.filter { Self.ending($0) == ending }.map { path in
      let last = path.split(separator: "/").last ?? ""
      return String(last.dropLast(ending.count))
    }
  }

  /// `.html` of `layouts/page.html`; empty where the file has none.
  private static func ending(_ name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    let parts = file.split(separator: ".")
    return parts.count > 1 ? "." + (parts.last ?? "") : ""
  }
}
