import Diagnostics

/// Takes a file out of its wrapping: gzip, byte order marks, UTF-16 and Windows-1252.
enum Unpacking {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the bytes have to be taken out of something before they are lines of UTF-8.
  static func isWrapped(_ head: [UInt8]) -> Bool {
    if GzipFile.isOne(head) || Foreign.kind(head) != nil { return true }
    return switch Encoding.of(head) {
    case .utf16: true
    case .windows1252, nil: false
    }
  }

  static func markNote(_ file: String) -> Diagnostic {
    Diagnostic(
      "input.byte-order-mark", .note, at: SourcePosition(file: file), "a byte order mark", action: "passed over it")
  }

  /// The bytes as UTF-8 without byte order mark, and what was done to get them; none of a file that holds no text.
  static func unpack(_ file: InputFile) -> (bytes: [UInt8], notes: [Diagnostic]) {
    let position = SourcePosition(file: file.name)
    func note(
      _ id: String, _ severity: Severity, _ summary: String, _ action: String, _ hint: String? = nil
    ) -> Diagnostic { Diagnostic(id, severity, at: position, summary, action: action, hint: hint) }
    var bytes = file.bytes
    var notes: [Diagnostic] = []
    if GzipFile.isOne(bytes) {
      let (unpacked, fault) = GzipFile.unpacked(bytes, limit: Limits.wholeFile)
      bytes = unpacked
      notes.append(
        fault.map { fault in
          note(
            "input.gzip", .error, "the file is packed with gzip, and \(fault)", "read what could be unpacked",
            "make the file anew, or unpack it with gunzip")
        } ?? note("input.gzip", .note, "the file is packed with gzip", "unpacked it"))
    }
    if bytes.isEmpty || bytes == byteOrderMark {
      return ([], notes + [note("input.empty", .warning, "the file is empty", "read nothing from it")])
    }
    if let (name, hint) = GzipFile.isOne(bytes)
      ? ("a file packed with gzip twice", "unpack it with gunzip") : Foreign.kind(bytes)
    {
      return ([], notes + [note("input.foreign", .error, "this is \(name)", "read nothing from it", hint)])
    }
    if bytes.starts(with: byteOrderMark) {
      return (Array(bytes[byteOrderMark.count...]), notes + [markNote(file.name)])
    }
    switch Encoding.of(bytes) {
    case .utf16(let bigEndian, let marked):
      bytes = utf8(fromUTF16: bytes[(marked ? 2 : 0)...], bigEndian: bigEndian)
      notes.append(note("input.utf-16", .warning, "the file is UTF-16", "read it as UTF-8", "save the file as UTF-8"))
    case .windows1252:
      bytes = Windows1252.utf8(bytes)
      notes.append(
        note(
          "input.windows-1252", .warning, "the file is no UTF-8, and what it has beyond ASCII looks like Windows-1252",
          "read it so", "save the file as UTF-8"))
    case nil: break
    }
    return (bytes, notes)
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
