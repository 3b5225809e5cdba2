extension BibTeXParser {
  /// What stands between the delimiter at `at` and its end; braces inside are in balance.
  mutating func delimited(_ close: UInt8) -> [UInt8] {
    let start = at + 1
    var level = 0
    var place = start
    while place < input.count, !(input[place] == 0x40 && startsEntry(place)) {
      let byte = input[place]
      if byte == close, level == 0 {
        at = place + 1
        return Array(input[start..<place])
      }
      switch byte {
      case 0x5C: place += 1
      case 0x7B: level += 1
      case 0x7D: level -= 1
      default: break
      }
      if level < 0 { break }
      place += 1
    }
    faults.append(Fault(kind: .unclosedValue, offset: start - 1))
    return upToLineEnd(start)
  }

  /// A value that is never closed: up to the end of the line on which its field seems to end.
  private mutating func upToLineEnd(_ start: Int) -> [UInt8] {
    var end = start
    while end < input.count, input[end] != 0x0A { end += 1 }
    at = end
    var last = end
    while last > start, input[last - 1].isSpace || [0x2C, 0x7D, 0x22].contains(input[last - 1]) { last -= 1 }
    return Array(input[start..<last])
  }
}
