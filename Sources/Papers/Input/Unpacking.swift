import Diagnostics

/// Takes a file out of its wrapping: byte order marks and UTF-16.
enum Unpacking {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  static func markNote(_ file: String) -> Diagnostic {
    Diagnostic(
      "input.byte-order-mark", .note, at: SourcePosition(file: file), "a byte order mark", action: "passed over it")
  }

  /// The bytes as UTF-8 without byte order mark, and what was done to get them.
  static func unpack(_ file: InputFile) -> (bytes: [UInt8], notes: [Diagnostic]) {
    let bytes = file.bytes
    func note(
      _ id: String, _ severity: Severity, _ summary: String, _ action: String, _ hint: String? = nil
    ) -> [Diagnostic] {
      [Diagnostic(id, severity, at: SourcePosition(file: file.name), summary, action: action, hint: hint)]
    }
    if bytes.isEmpty || bytes == byteOrderMark {
      return ([], note("input.empty", .warning, "the file is empty", "read nothing from it"))
    }
    if bytes.starts(with: byteOrderMark) { return (Array(bytes[byteOrderMark.count...]), [markNote(file.name)]) }
    for (mark, isBig) in [([0xFF, 0xFE] as [UInt8], false), ([0xFE, 0xFF], true)] where bytes.starts(with: mark) {
      return (
        utf8(fromUTF16: bytes[2...], bigEndian: isBig),
        note("input.utf-16", .warning, "the file is UTF-16", "read it as UTF-8", "save the file as UTF-8")
      )
    }
    return (bytes, [])
  }

  private static func utf8(fromUTF16 bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = bytes.startIndex
    while at + 1 < bytes.endIndex {
      let pair = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(bigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0)
      at += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
