import Diagnostics
import Planning

/// The place beside the output folder where an edition is built before it takes the old one's place.
///
/// A value that never changes, so that slices of pages can be staged on several threads.
public struct Staging: Sendable, Equatable {
  /// The folder that holds the published site.
  public let output: String
  /// `.NAME.offprint` beside it: the lock and the new files.
  let work: String
  /// Files of the new edition that differ from the old one's.
  let fresh: String
  /// Whether an edition stood there when staging began.
  private let isRebuild: Bool

  public init(output: String) {
    var folder = output
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.output = folder
    let parent = FileSystem.parent(of: folder)
    let name = ".\(FileSystem.name(of: folder)).offprint"
    work = parent.isEmpty ? name : parent == "/" ? "/\(name)" : "\(parent)/\(name)"
    fresh = "\(work)/new"
    isRebuild = FileSystem.isFolder(folder)
  }

  /// Compares a file with the published one and writes it aside where it differs; pages are scanned for links.
  ///
  /// - Parameter repeated: what many pages hold alike; the same has to be known when the links are checked.
  public func stage(
    _ file: OutputFile, _ repeated: RepeatedMarkup = RepeatedMarkup()
  ) throws(Failure) -> StagedFile {
    let old = isRebuild ? try FileSystem.read("\(output)/\(file.path.value)") : nil
    let isUnchanged = old.map { FileSystem.areEqual($0, file.bytes) } ?? false
    if !isUnchanged { try FileSystem.write(file.bytes, to: "\(fresh)/\(file.path.value)") }
    return StagedFile(file, repeated, isUnchanged: isUnchanged)
  }

  /// Begins a file that comes piece by piece.
  public func stream(_ path: SitePath) -> StagedStream {
    StagedStream(path, old: "\(output)/\(path.value)", new: "\(fresh)/\(path.value)")
  }

  /// The bytes of a staged file, for a second look; nil where it cannot be read.
  public func bytes(of path: SitePath) -> [UInt8]? {
    for folder in [fresh, output] {
      do throws(Failure) {
        if let bytes = try FileSystem.read("\(folder)/\(path.value)") { return bytes }
      } catch {
        return nil
      }
    }
    return nil
  }
}
