import Diagnostics
import Papers
import Publishing
import Topics

/// A publisher's own vectors: `vectors.f32`, little-endian Float32 row after row, and beside it `vectors.ids` with the
/// id of each row's paper, one a line.
enum EmbeddingsFile {
  /// The vectors in the file at `path`.
  /// - Throws: Where a file is missing, its length fits no number of columns, or a number is not finite.
  static func read(_ path: String) throws(Failure) -> Embeddings {
    let ids = String(decoding: try bytes(of: idsPath(path)), as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init)
    let bytes = try bytes(of: path)
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
    if let bad = values.firstIndex(where: { !$0.isFinite }) {
      throw problem(
        path, "Number \(bad % dimension + 1) of the row of \"\(ids[bad / dimension])\" is not finite.",
        "Leave the paper out of both files; its words alone then place it.")
    }
    return Embeddings(ids: ids, values: values)
  }

  /// What is to be told of papers without a row.
  static func gaps(_ embeddings: Embeddings, _ library: Library, path: String) -> [Diagnostic] {
    let without = library.papers.count { !embeddings.holds($0) }
    guard without > 0 else { return [] }
    return [
      Diagnostic(
        "embeddings.gaps", .warning, at: SourcePosition(file: path),
        "\(without) of \(library.papers.count) papers have no vector here.",
        action: "Their words alone place them.")
    ]
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

  private static func problem(_ path: String, _ summary: String, _ hint: String) -> Failure {
    Failure(
      Diagnostic(
        "embeddings.file", .error, at: SourcePosition(file: path), summary, action: "Nothing was built.", hint: hint))
  }
}
