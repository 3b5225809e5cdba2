import Text

/// Keeps short compounds of a title on one line: `Cross-Channel`, `End-to-End`.
enum Compounds {
  /// Bytes of the longest compound that stays whole; a longer one would leave a narrow line half empty.
  private static let longest = 14

  /// `markup` with each short compound in a span that does not break; tags and formulas stay as they are.
  static func kept(_ markup: Markup) -> Markup {
    guard markup.bytes.contains(0x2D) else { return markup }
    let bytes = markup.bytes
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x3C {
        let end = elementEnd(bytes, at)
        output += bytes[at..<end]
        at = end
        continue
      }
      var end = at
      while end < bytes.count, bytes[end] != 0x3C, bytes[end] != 0x20 { end += 1 }
      let word = bytes[at..<end]
      if isCompound(word) {
        output.append(contentsOf: "<span class=\"nb\">".utf8)
        output += word
        output.append(contentsOf: "</span>".utf8)
      } else {
        output += word
      }
      if end < bytes.count, bytes[end] == 0x20 {
        output.append(0x20)
        end += 1
      }
      at = end
    }
    return Markup(bytes: output)
  }

  private static func isCompound(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= longest, word.first != 0x2D else { return false }
    return word.dropLast().contains(0x2D)
  }

  /// Where the tag at `start` ends, a formula with all that it holds.
  private static func elementEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    let close: [UInt8] = bytes[start...].starts(with: "<math".utf8) ? Array("</math>".utf8) : [0x3E]
    var at = start
    while at < bytes.count, !bytes[at...].starts(with: close) { at += 1 }
    return min(bytes.count, at + close.count)
  }
}
