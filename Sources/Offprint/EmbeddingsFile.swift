import Diagnostics
import Papers
import Publishing
import Topics

/// A publisher's own vectors: `vectors.f32`, little-endian Float32 row after row, and beside it `vectors.ids` with the
/// id of each row's paper, one a line.
enum EmbeddingsFile {
  /// Numbers whose squares no Float holds are as good as infinite.
  private static let largest: Float = 1e15

  /// The vectors in the file at `path`.
  /// - Throws: Where a file is missing, its length fits no number of columns, an id stands twice, or a row tells nothing:
  ///   numbers that are not finite or too large, or nothing but zeros.
  static func read(_ path: String) throws(Failure) -> Embeddings {
    let ids = try ids(path)
    let bytes = try bytes(of: path)
    guard !bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw problem(path, "This is NumPy's own format.", "Write the rows alone: `rows.astype(\"<f4\").tofile(…)`.")
    }
    guard !ids.isEmpty, bytes.count > 0, bytes.count % (4 * ids.count) == 0 else {
      throw problem(
        path, "\(bytes.count) bytes are no rows of Float32 for \(ids.count) ids.",
        "Write as many rows as \(idsPath(path)) has lines, every row of one length.")
    }
    let dimension = bytes.count / 4 / ids.count
    var values: [Float] = []
    values.reserveCapacity(bytes.count / 4)
    for at in stride(from: 0, to: bytes.count, by: 4) {
      let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
      values.append(Float(bitPattern: bits))
    }
    if let bad = values.firstIndex(where: { !(abs($0) <= largest) }) {
      throw problem(
        path, "Number \(bad % dimension + 1) of the row of \"\(ids[bad / dimension])\" is \(values[bad]).",
        "Are all numbers Float32, little-endian? A paper without a vector is left out of both files.")
    }
    for (row, id) in ids.enumerated() where values[row * dimension..<(row + 1) * dimension].allSatisfy({ $0 == 0 }) {
      throw problem(
        path, "The row of \"\(id)\" has nothing but zeros.",
        "Leave the paper out of both files; its words alone then place it.")
    }
    return Embeddings(ids: ids, values: values)
  }

  private static func ids(_ path: String) throws(Failure) -> [String] {
    let lines = String(decoding: try bytes(of: idsPath(path)), as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var ids: [String] = []
    var lineOf: [Substring: Int] = [:]
    for (index, line) in lines.enumerated() where !line.isEmpty {
      if let first = lineOf.updateValue(index + 1, forKey: line) {
        throw problem(
          idsPath(path), line: index + 1, "The id \"\(line)\" stands in line \(first) too.",
          "Give every paper one row.")
      }
      ids.append(String(line))
    }
    return ids
  }

  /// What is to be told of papers without a row and of rows without a paper.
  /// - Throws: Where no row is that of a paper, so that all of them would count for nothing.
  static func gaps(_ embeddings: Embeddings, _ library: Library, path: String) throws(Failure) -> [Diagnostic] {
    let papers = library.papers
    let without = papers.count { !embeddings.holds($0) }
    let strays = embeddings.strays(papers)
    let ids = idsPath(path)
    if without == papers.count, !papers.isEmpty {
      throw problem(
        ids, "No id here is that of a paper.",
        "Take the ids of the input, or `id` in the papers.jsonl of an edition, one a line.")
    }
    var diagnostics: [Diagnostic] = []
    if without > 0 {
      diagnostics.append(
        Diagnostic(
          "embeddings.gaps", .warning, at: SourcePosition(file: path),
          "\(without) of \(papers.count) papers have no vector here.", action: "Their words alone place them."))
    }
    if strays > 0 {
      diagnostics.append(
        Diagnostic(
          "embeddings.strays", .warning, at: SourcePosition(file: ids),
          "\(strays) of the ids here are those of no paper.", action: "Their rows count for nothing."))
    }
    return diagnostics
  }

  /// Both files, for telling whether they changed.
  static func paths(_ path: String) -> [String] { [path, idsPath(path)] }

  private static func idsPath(_ path: String) -> String {
    let folder = path.utf8.lastIndex(of: 0x2F) ?? path.startIndex
    guard let dot = path.utf8.lastIndex(of: 0x2E), dot > folder else { return path + ".ids" }
    return String(path[..<dot]) + ".ids"
  }

  private static func bytes(of path: String) throws(Failure) -> [UInt8] {
    guard let bytes = try FileSystem.read(path) else {
      throw problem(path, "There is no such file.", "See `embeddings:` in Docs/configuration.md.")
    }
    return bytes
  }

  private static func problem(_ path: String, line: Int = 0, _ summary: String, _ hint: String) -> Failure {
    Failure(
      Diagnostic(
        "embeddings.file", .error, at: SourcePosition(file: path, line: line), summary, action: "Nothing was built.",
        hint: hint))
  }
}
