/// Style sheets and scripts as they are sent: without comments and indents, which are for those who change them.
///
/// What a reader's browser does with them stays the same; strings and the order of lines are not touched.
public enum CompactAsset {
  /// The asset of that name; other kinds of files stay as they are.
  public static func bytes(_ text: String, name: String) -> [UInt8] {
    if name.hasSuffix(".css") { return style(Array(text.utf8)) }
    if name.hasSuffix(".js") { return script(text) }
    return Array(text.utf8)
  }

  /// Without comments, line breaks and indents; spaces inside lines stay.
  private static func style(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var at = 0
    var quote: UInt8 = 0
    while at < bytes.count {
      let byte = bytes[at]
      if quote != 0 {
        if byte == 0x5C, at + 1 < bytes.count {
          output.append(byte)
          at += 1
        } else if byte == quote {
          quote = 0
        }
        output.append(bytes[at])
      } else if byte == 0x2F, at + 1 < bytes.count, bytes[at + 1] == 0x2A {
        at = end(ofComment: at + 2, bytes) - 1
      } else if byte == 0x0A {
        // A break after a selector or a value that goes on is a space.
        while let last = output.last, last == 0x20 || last == 0x09 { output.removeLast() }
        while at + 1 < bytes.count, bytes[at + 1] == 0x20 || bytes[at + 1] == 0x0A { at += 1 }
        if let last = output.last, !closing.contains(last) { output.append(0x0A) }
      } else {
        if byte == 0x22 || byte == 0x27 { quote = byte }
        output.append(byte)
      }
      at += 1
    }
    return output
  }

  /// After these a line break says nothing: `{`, `}`, `;`, `,`, and another break.
  private static let closing: [UInt8] = [0x7B, 0x7D, 0x3B, 0x2C, 0x0A]

  /// The offset behind the comment's end; of one that is never closed the end of the file.
  private static func end(ofComment start: Int, _ bytes: [UInt8]) -> Int {
    var at = start
    while at + 1 < bytes.count {
      if bytes[at] == 0x2A, bytes[at + 1] == 0x2F { return at + 2 }
      at += 1
    }
    return bytes.count
  }

  /// Without indents, blank lines and lines that are comments alone. A script with a template text over several lines
  /// stays whole, since there an indent may be text.
  private static func script(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    var isInComment = false
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: true) {
      if line.count(where: { $0 == 0x60 }) % 2 == 1 { return Array(text.utf8) }
      let code = line.drop { $0 == 0x20 || $0 == 0x09 }
      if isInComment || opensComment(code) {
        isInComment = !endsComment(code)
        continue
      }
      if code.isEmpty || code.starts(with: "//".utf8) { continue }
      output += code
      output.append(0x0A)
    }
    return output
  }

  /// Whether a comment begins the line and no code follows it there.
  private static func opensComment(_ line: Substring.UTF8View.SubSequence) -> Bool {
    guard line.starts(with: "/*".utf8) else { return false }
    let text = Array(line.dropFirst(2))
    let isClosed = zip(text, text.dropFirst()).contains { $0 == 0x2A && $1 == 0x2F }
    return !isClosed || endsComment(line)
  }

  /// Whether the line's last signs end a comment.
  private static func endsComment(_ line: Substring.UTF8View.SubSequence) -> Bool {
    let trimmed = line.reversed().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    return trimmed.starts(with: "/*".utf8)
  }
}
