import Diagnostics
import Glibc

/// Waits for changes in folders (inotify, Linux).
struct FolderWatch: ~Copyable {
  private let file: Int32

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB)

  /// - Throws: Where the system gives out no more watches.
  init() throws(Failure) {
    file = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard file >= 0 else {
      throw Failure(
        Diagnostic(
          "serve.watch", .error, "Cannot watch folders: \(String(cString: strerror(errno))).",
          hint: "Raise fs.inotify.max_user_instances."))
    }
  }

  /// Watches these folders too; one that is not there is passed over, so name them again after changes.
  borrowing func add(_ folders: [String]) {
    for folder in folders { inotify_add_watch(file, folder, Self.events | UInt32(IN_ONLYDIR)) }
  }

  /// Returns once something has changed and then nothing for 30 ms (at most 300 ms on), or after `limit` milliseconds.
  borrowing func wait(_ limit: Int32) {
    guard hasEvents(within: limit) else { return }
    for _ in 0..<10 {
      drain()
      if !hasEvents(within: 30) { return }
    }
  }

  private borrowing func hasEvents(within limit: Int32) -> Bool {
    var wanted = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, limit) > 0
  }

  /// What happened is of no interest: the files themselves are compared.
  private borrowing func drain() {
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
      while read(file, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  deinit { close(file) }
}
