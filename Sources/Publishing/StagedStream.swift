import Diagnostics
import Glibc
import Planning
import Text

/// A file of the edition that is staged while it is made, piece by piece, since it may be larger than memory should be.
///
/// As long as the pieces are those of the published file nothing is written.
public struct StagedStream: ~Copyable {
  private let path: SitePath
  private let old: String
  private let new: String
  private var size = 0
  private var fingerprint = FingerprintStream()
  /// Bytes of the published file; nil where there is none, or where it differs.
  private var oldSize: Int?
  private var file: Int32 = -1

  init(_ path: SitePath, old: String, new: String) {
    self.path = path
    self.old = old
    self.new = new
    oldSize = FileSystem.size(of: old)
  }

  /// Adds the next piece.
  public mutating func write(_ bytes: [UInt8]) throws(Failure) {
    fingerprint.add(bytes)
    let range = size..<size + bytes.count
    size = range.upperBound
    if let length = oldSize {
      if range.upperBound <= length, FileSystem.areEqual(try FileSystem.read(old, range), bytes) { return }
      try part(at: range.lowerBound)
    }
    if file < 0 { file = try FileSystem.create(new) }
    try FileSystem.write(bytes, to: file, new)
  }

  /// Ends the file.
  public consuming func finish() throws(Failure) -> StagedFile {
    if let length = oldSize, length != size { try part(at: size) }
    if file < 0, oldSize == nil { file = try FileSystem.create(new) }
    if file >= 0 {
      guard close(file) == 0 else { throw FileSystem.failure("write this", new) }
      file = -1
    }
    guard let print = fingerprint.result else {
      throw FileSystem.failure("measure this", new, reason: "memory is short")
    }
    return StagedFile(path: path, size: size, fingerprint: print, isUnchanged: oldSize != nil)
  }

  /// From here on the file differs from the published one, whose first `count` bytes it shares.
  private mutating func part(at count: Int) throws(Failure) {
    oldSize = nil
    file = try FileSystem.create(new)
    for start in stride(from: 0, to: count, by: 1 << 20) {
      try FileSystem.write(try FileSystem.read(old, start..<min(start + 1 << 20, count)), to: file, new)
    }
  }

  deinit { if file >= 0 { close(file) } }
}
