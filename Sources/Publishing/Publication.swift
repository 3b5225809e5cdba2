import Diagnostics
import Planning
import Text

/// One run of publishing: the lock on the output, the staged files, the swap.
public struct Publication: ~Copyable {
  /// What the swap did.
  public struct Outcome: Sendable, Equatable {
    public var files: Int
    /// New or changed, and so written.
    public var written: [SitePath]
    /// Of the old edition and not of this one.
    public var removed: [SitePath]
  }

  public let staging: Staging
  private let lock: BuildLock
  private let previous: Manifest?

  private init(staging: Staging, lock: consuming BuildLock, previous: Manifest?) {
    self.staging = staging
    self.lock = lock
    self.previous = previous
  }

  /// Locks the output folder and clears what a killed build left beside it.
  public static func begin(output: String) throws(Failure) -> Publication {
    let staging = Staging(output: output)
    if FileSystem.exists(staging.output), !FileSystem.isFolder(staging.output) {
      throw Failure(
        Diagnostic(
          "output.file", .error, at: SourcePosition(file: staging.output),
          "The output is to be a folder, and this is a file.", action: "Nothing was changed.",
          hint: "Give another --output."))
    }
    let lock = try BuildLock(staging.work)
    try FileSystem.removeTree(staging.fresh)
    let previous = try Manifest(readFrom: staging.output)
    return Publication(staging: staging, lock: lock, previous: previous)
  }

  /// Puts the staged files in the place of the old edition, or touches nothing where no file differs.
  ///
  /// Files in the output that no edition wrote stay as they are.
  public consuming func publish(_ files: [StagedFile]) throws(Failure) -> Outcome {
    let old = Set(previous?.entries.map(\.path) ?? [])
    let new = Set(files.map(\.path))
    let removed = old.subtracting(new).sorted()
    let written = files.filter { !$0.isUnchanged }.map(\.path).sorted()
    let outcome = Outcome(files: files.count, written: written, removed: removed)
    let manifest = Manifest(files)
    if written.isEmpty, removed.isEmpty, previous == manifest { return outcome }
    try keepForeignFiles(known: old, new: new)
    for file in files where file.isUnchanged {
      try FileSystem.link("\(staging.output)/\(file.path.value)", as: "\(staging.fresh)/\(file.path.value)")
    }
    try FileSystem.write(manifest.bytes, to: "\(staging.fresh)/\(Manifest.path)")
    try FolderExchange.swap(staging.fresh, staging.output)
    try FileSystem.removeTree(staging.fresh)
    return outcome
  }

  /// What the published edition's build told, where it began with `basis` and every file of it still stands whole.
  public borrowing func standing(basis: Fingerprint, threads: Int) throws(Failure) -> (BuildRecord, Outcome)? {
    guard let previous, let record = try BuildRecord(readFrom: staging.output), record.basis == basis.hex,
      record.files == Fingerprint(previous.bytes).hex, previous.holds(in: staging.output, threads: threads)
    else { return nil }
    return (record, Outcome(files: previous.entries.count, written: [], removed: []))
  }

  /// Forgets the staged files; the old edition stands.
  public consuming func discard() throws(Failure) {
    try FileSystem.removeTree(staging.fresh)
  }

  private borrowing func keepForeignFiles(known: Set<SitePath>, new: Set<SitePath>) throws(Failure) {
    var folders = [""]
    while let folder = folders.popLast() {
      for entry in try FileSystem.entries(of: "\(staging.output)/\(folder)") {
        let path = folder + entry.name
        if entry.isFolder {
          folders.append(path + "/")
        } else if path != Manifest.path, path != BuildRecord.path, !known.contains(SitePath(path)) {
          try keep(path, isWanted: new.contains(SitePath(path)))
        }
      }
    }
  }

  private borrowing func keep(_ path: String, isWanted: Bool) throws(Failure) {
    guard !isWanted else {
      // The same bytes under the same name are ours to adopt; other bytes are somebody's work.
      guard FileSystem.exists("\(staging.fresh)/\(path)") else { return }
      throw Failure(
        Diagnostic(
          "output.foreign", .error, at: SourcePosition(file: "\(staging.output)/\(path)"),
          "This file was not written by an earlier edition, and the new one would replace it.",
          action: "Nothing was changed.", hint: "Move it away, or give another --output."))
    }
    try FileSystem.link("\(staging.output)/\(path)", as: "\(staging.fresh)/\(path)")
  }
}
