/// The quoted-printable encoding of mail (RFC 2045, section 6.7).
public enum QuotedPrintable {
  /// Lines of at most 76 letters ending in CR LF; line feeds of `text` begin new lines.
  public static func encoded(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 8 + 64)
    var column = 0
    for (at, byte) in text.enumerated() {
      if byte == 0x0A {
        output += [0x0D, 0x0A]
        column = 0
        continue
      }
      let isLast = at + 1 == text.count || text[at + 1] == 0x0A
      let isPlain = byte > 0x20 && byte < 0x7F && byte != 0x3D || byte == 0x20 && !isLast
      // A dot alone would end the message on its way.
      let isQuoted = !isPlain || byte == 0x2E && column == 0
      if column + (isQuoted ? 3 : 1) > 75 {
        output += [0x3D, 0x0D, 0x0A]
        column = 0
      }
      if isQuoted { output += [0x3D, digit(byte >> 4), digit(byte & 15)] } else { output.append(byte) }
      column += isQuoted ? 3 : 1
    }
    return output
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
