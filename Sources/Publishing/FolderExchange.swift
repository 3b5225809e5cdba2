import CLinux
import Diagnostics
import Glibc

/// Puts a finished folder in the place of another in one step.
enum FolderExchange {
  /// Swaps the folders `new` and `old`, both on one file system, so that at every moment `old` names a whole one.
  ///
  /// Where the system cannot exchange two names at once, two renames follow each other: the one case with a
  /// moment in which `old` does not exist, and both folders are still whole on disk.
  static func swap(_ new: String, _ old: String) throws(Failure) {
    guard FileSystem.exists(old) else {
      guard rename(new, old) == 0 else { throw FileSystem.failure("put this in place", old) }
      return
    }
    if renameat2(AT_FDCWD, new, AT_FDCWD, old, UInt32(CLINUX_RENAME_EXCHANGE)) == 0 { return }
    guard errno == EINVAL || errno == ENOSYS else { throw FileSystem.failure("put this in place", old) }
    let aside = new + ".old"
    guard rename(old, aside) == 0 else { throw FileSystem.failure("put this aside", old) }
    guard rename(new, old) == 0 else {
      let reason = FileSystem.failure("put this in place", old)
      rename(aside, old)
      throw reason
    }
    guard rename(aside, new) == 0 else { throw FileSystem.failure("put this aside", old) }
  }
}
