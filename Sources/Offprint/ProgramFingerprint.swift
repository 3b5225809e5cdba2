import Diagnostics
import Publishing
import Text

/// What tells this program from any other that could make another edition of the same input.
enum ProgramFingerprint {
  /// The build id that the linker wrote, else a fingerprint of the whole program; nil where it cannot be read.
  static func read() throws(Failure) -> Fingerprint? {
    let path = "/proc/self/exe"
    guard let size = FileSystem.size(of: path) else { return nil }
    let head = try FileSystem.read(path, 0..<min(size, 1 << 14))
    if let id = buildID(head) { return Fingerprint(Array(id)) }
    return try FileSystem.read(path).map { Fingerprint($0) }
  }

  /// The GNU build id of a 64-bit little-endian ELF file whose first bytes are `head`.
  static func buildID(_ head: [UInt8]) -> ArraySlice<UInt8>? {
    func number(_ at: Int, _ width: Int) -> Int {
      guard at >= 0, at + width <= head.count else { return 0 }
      return (0..<width).reduce(0) { $0 | Int(truncatingIfNeeded: UInt64(head[at + $1]) << UInt64(8 * $1)) }
    }
    guard head.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else { return nil }
    let (table, entrySize, count) = (number(32, 8), number(54, 2), number(56, 2))
    // Entries of type 4 are notes: sizes of name and content, type, then both, each filled up to four bytes.
    for entry in 0..<count where number(table + entry * entrySize, 4) == 4 {
      var at = number(table + entry * entrySize + 8, 8)
      let end = min(at + number(table + entry * entrySize + 32, 8), head.count)
      while at >= 0, at + 12 <= end {
        let (name, content, type) = (number(at, 4), number(at + 4, 4), number(at + 8, 4))
        let start = at + 12 + (name + 3) & ~3
        guard start + content <= end else { break }
        if type == 3, head[(at + 12)..<(at + 12 + name)].elementsEqual("GNU\0".utf8) {
          return head[start..<start + content]
        }
        at = start + (content + 3) & ~3
      }
    }
    return nil
  }
}
