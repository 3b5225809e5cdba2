import Diagnostics
import Glibc
import Text

/// The few file operations that publishing needs, straight on the system's calls.
///
/// Each throws a ``Failure`` that names the path and the system's own reason.
public enum FileSystem {
  /// The bytes of the file at `path`; nil where there is no such file.
  public static func read(_ path: String) throws(Failure) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("read this", path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure("read this", path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw failure("read this", path, reason: "it is a folder") }
    if status.st_mode & S_IFMT != S_IFREG { return try readToEnd(file, path) }
    let size = Int(status.st_size)
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while got < size {
        let more = Glibc.read(file, buffer.baseAddress?.advanced(by: got), size - got)
        if more < 0 && errno == EINTR { continue }
        if more <= 0 { break }
        got += more
      }
      count = got
    }
    if got < size { throw failure("read this", path, reason: "it shrank while it was read") }
    return bytes
  }

  /// A pipe or a device, whose size is not known before.
  private static func readToEnd(_ file: Int32, _ path: String) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        count = max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
      }
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// The bytes of a part of a file.
  public static func read(_ path: String, _ range: Range<Int>) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("read this", path) }
    defer { close(file) }
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let more = pread(file, buffer.baseAddress?.advanced(by: count), range.count - count, range.lowerBound + count)
        if more < 0 && errno == EINTR { continue }
        if more <= 0 { break }
        count += more
      }
    }
    guard bytes.count == range.count else { throw failure("read this", path, reason: "it shrank while it was read") }
    return bytes
  }

  /// Fingerprint of the plain file at `path`, read into `buffer`; nil where none of `size` bytes stands there.
  static func fingerprint(of path: String, size: Int, _ buffer: inout [UInt8]) -> Fingerprint? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == size else { return nil }
    if buffer.count < size { buffer = [UInt8](repeating: 0, count: max(size, 1 << 16)) }
    return buffer.withUnsafeMutableBytes { bytes in
      var got = 0
      while got < size {
        let more = Glibc.read(file, bytes.baseAddress?.advanced(by: got), size - got)
        if more < 0 && errno == EINTR { continue }
        if more <= 0 { return nil }
        got += more
      }
      return Fingerprint(UnsafeRawBufferPointer(rebasing: bytes[..<size]))
    }
  }

  /// Bytes of the plain file at `path`; nil where there is none or it is a pipe, a device or a folder.
  public static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Writes a new file, making the folders above it where they are missing.
  public static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let file = try create(path)
    do throws(Failure) {
      try write(bytes, to: file, path)
    } catch {
      close(file)
      throw error
    }
    guard close(file) == 0 else { throw failure("write this", path) }
  }

  /// Opens a new file for writing, making the folders above it where they are missing.
  static func create(_ path: String) throws(Failure) -> Int32 {
    var file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if file < 0 && errno == ENOENT {
      try makeFolder(parent(of: path))
      file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    }
    guard file >= 0 else { throw failure("write this", path) }
    return file
  }

  /// Writes all of `bytes` to an open file, which `path` names in a message.
  static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let more = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if more < 0 && errno == EINTR { continue }
      guard more > 0 else { throw failure("write this", path) }
      written += more
    }
  }

  /// Puts new bytes in the place of a file in one step; a file that holds them already is not touched.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    if try read(path) == bytes { return }
    let aside = path + ".new"
    do throws(Failure) {
      try write(bytes, to: aside)
      guard rename(aside, path) == 0 else { throw failure("replace this", path) }
    } catch {
      unlink(aside)
      throw error
    }
  }

  /// Whether two files have the same bytes, which is looked at many at once.
  static func areEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    return a.withUnsafeBytes { a in
      b.withUnsafeBytes { b in
        guard let one = a.baseAddress, let other = b.baseAddress else { return true }
        return memcmp(one, other, a.count) == 0
      }
    }
  }

  /// Makes the folder and all above it; one that is there already is fine.
  public static func makeFolder(_ path: String) throws(Failure) {
    if path.isEmpty || mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw failure("make this folder", path) }
    try makeFolder(parent(of: path))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("make this folder", path) }
  }

  /// Gives the file at `source` a second name, copying it where the file system knows no hard links.
  public static func link(_ source: String, as target: String) throws(Failure) {
    if Glibc.link(source, target) == 0 { return }
    if errno == ENOENT {
      try makeFolder(parent(of: target))
      if Glibc.link(source, target) == 0 { return }
    }
    guard let bytes = try read(source) else { throw failure("read this", source, reason: "it vanished") }
    try write(bytes, to: target)
  }

  /// Removes a file; one that is gone already is fine.
  public static func removeFile(_ path: String) throws(Failure) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove this", path) }
  }

  /// Removes a folder with all that is in it; never follows a symbolic link out of it.
  public static func removeTree(_ path: String) throws(Failure) {
    for entry in try entries(of: path) {
      let inner = "\(path)/\(entry.name)"
      if entry.isFolder { try removeTree(inner) } else { try removeFile(inner) }
    }
    guard rmdir(path) == 0 || errno == ENOENT else { throw failure("remove this folder", path) }
  }

  /// What stands in a folder, sorted by name; nothing where there is no such folder.
  public static func entries(of path: String) throws(Failure) -> [(name: String, isFolder: Bool)] {
    guard let folder = opendir(path) else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw failure("list this", path)
    }
    defer { closedir(folder) }
    var found: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      found.append((name, isFolder("\(path)/\(name)", following: false)))
    }
    return found.sorted { $0.name < $1.name }
  }

  /// True where a folder stands at `path`; a symbolic link counts as one only when `following`.
  public static func isFolder(_ path: String, following: Bool = true) -> Bool {
    var status = stat()
    let result = following ? stat(path, &status) : lstat(path, &status)
    return result == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// True where anything stands at `path`.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The part before the last slash; empty for a bare name.
  public static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The part after the last slash.
  public static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }
}

extension FileSystem {
  static func failure(_ verb: String, _ path: String, reason: String? = nil) -> Failure {
    let why = reason ?? String(cString: strerror(errno))
    return Failure(
      Diagnostic(
        "file.\(verb.split(separator: " ")[0])", .error, at: SourcePosition(file: path),
        "Cannot \(verb): \(why).", action: "The site that stood before stands unchanged."))
  }
}
