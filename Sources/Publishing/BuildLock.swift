import Diagnostics
import Glibc

/// Keeps two builds of one output folder from running at once.
///
/// The lock is the work folder's own; it ends with the process, however that ends, so a killed build locks nobody out.
struct BuildLock: ~Copyable {
  private let folder: Int32
  private let path: String

  /// Takes the lock on the folder at `path`, making it where it is missing.
  init(_ path: String) throws(Failure) {
    self.path = path
    while true {
      try FileSystem.makeFolder(path)
      let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if folder < 0 && errno == ENOENT { continue }
      guard folder >= 0 else { throw FileSystem.failure("lock this", path) }
      guard flock(folder, LOCK_EX | LOCK_NB) == 0 else {
        close(folder)
        throw Failure(
          Diagnostic(
            "build.locked", .error, at: SourcePosition(file: path),
            "Another build is writing this output.", action: "Nothing was changed.",
            hint: "Wait for it to end, or give another --output."))
      }
      // A build that just ended may have removed the folder between the opening and the lock.
      var held = stat()
      var named = stat()
      if fstat(folder, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino, held.st_dev == named.st_dev {
        self.folder = folder
        return
      }
      close(folder)
    }
  }

  deinit {
    rmdir(path)
    close(folder)
  }
}
