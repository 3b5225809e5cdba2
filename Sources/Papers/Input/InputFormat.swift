/// The formats that a file can have, told by its content.
enum InputFormat: String, Sendable {
  case textDump = "text dump"
  case jsonLines = "JSON Lines"

  /// Looks at the first lines of a file; what is none of the others is a text dump.
  static func of(_ bytes: [UInt8], _ lines: LineTable) -> InputFormat {
    var votes = 0
    var seen = 0
    for line in lines.lines.prefix(64) {
      guard let first = bytes[line].first(where: { !$0.isSpace }) else { continue }
      seen += 1
      if first == 0x7B, bytes[line].contains(0x3A) { votes += 1 }
    }
    return votes * 2 > seen ? .jsonLines : .textDump
  }
}
