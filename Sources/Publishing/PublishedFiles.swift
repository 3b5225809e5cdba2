import Diagnostics

/// The files of a published edition and nothing else of the disk: a path that its list does not name does not exist.
public struct PublishedFiles: Sendable {
  private let output: String
  private let paths: Set<String>

  /// The edition in `output`, as its list of files stands now.
  /// - Throws: Where the list cannot be read.
  public init(output: String) throws(Failure) {
    self.output = output
    paths = Set(try Manifest(readFrom: output)?.entries.map(\.path.value) ?? [])
  }

  public func contains(_ path: String) -> Bool { paths.contains(path) }

  /// Opens one of the files; nil where the edition has no such file or it is gone.
  public func open(_ path: String) -> OpenFile? { contains(path) ? OpenFile(path, in: output) : nil }
}
