import Glibc

/// A file opened for reading, closed with its last use.
public struct OpenFile: ~Copyable {
  private let file: Int32
  /// Bytes, as the file stood when it was opened.
  public let size: Int

  /// Opens the plain file at `path` below `folder`; nil where there is none, or where a symbolic link stands in the way.
  ///
  /// Every step of the path is taken on its own, so that no link can lead out of the folder between a check and its use.
  public init?(_ path: String, in folder: String) {
    var at = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    var names = path.split(separator: "/", omittingEmptySubsequences: false)[...]
    while at >= 0, let name = names.popFirst() {
      let isSafe = !name.isEmpty && name != "." && name != ".."
      let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (names.isEmpty ? 0 : O_DIRECTORY)
      let next = isSafe ? openat(at, String(name), flags) : -1
      close(at)
      at = next
    }
    guard at >= 0 else { return nil }
    var status = stat()
    guard fstat(at, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(at)
      return nil
    }
    file = at
    size = Int(status.st_size)
  }

  /// The next bytes, at most `count`; none at the end or where reading fails.
  public borrowing func read(atMost count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, Glibc.read(file, buffer.baseAddress, count))
    }
  }

  deinit { close(file) }
}
