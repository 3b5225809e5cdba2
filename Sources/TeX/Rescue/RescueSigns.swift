/// Whether a text may hold anything to rescue: nearly none does, so that looking has to be cheap.
enum RescueSigns {
  static func mayHold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    for at in 0...text.count {
      let byte = at < text.count ? text[at] : 0x20
      if byte.isAsciiLetter { continue }
      if byte == 0x5E || byte == 0x7B { return true }
      if byte == 0x5F, at - start == 1 || at > start && at + 1 < text.count && text[at + 1] == 0x7B { return true }
      if byte == 0x5F, at > 0, text[at - 1] == 0x29 { return true }
      if byte == 0x24, at > 0, text[at - 1] == 0x25 || text[at - 1] == 0x97 { return true }
      if at - start >= 2, isName(text, start, at) { return true }
      start = at + 1
    }
    return false
  }

  /// Names of commands, by length and first letters; `times` only after a digit, `sim` only before one.
  private static func isName(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let next = end < text.count ? text[end] : 0x20
    switch end - start {
    case 2:
      return (text[end - 1] == 0x65 && (text[start] == 0x6C || text[start] == 0x67)) || isGreek(text, start, end, next)
    case 3 where text[start] == 0x73 && text[start + 1] == 0x69 && text[start + 2] == 0x6D:
      return end + 1 < text.count && text[end + 1].isDigit
    case 3...4:
      let name = String(decoding: text[start..<end], as: UTF8.self)
      return LostNames.certain.contains(name) || isGreek(text, start, end, next)
    case 5 where text[start] == 0x74 && text[start + 1] == 0x69 && text[start + 2] == 0x6D:
      let isCount = start > 0 && text[start - 1].isDigit
      let isProduct = start >= 2 && text[start - 1] == 0x20 && (start == 2 || !text[start - 3].isLetter)
      return (isCount || isProduct) && text[end - 1] == 0x73
    case 6 where text[start] == 0x62 && text[start + 1] == 0x75 && text[start + 2] == 0x6C: return text[end - 1] == 0x74
    case 6 where text[start] == 0x61 && text[start + 1] == 0x70: return text[end - 1] == 0x78
    default:
      if next == 0x28 || next == 0x29 || next == 0x5B {
        let word = UnsafeBufferPointer(rebasing: text[start..<end])
        if word.suffix(4).elementsEqual("left".utf8) || word.suffix(5).elementsEqual("right".utf8) { return true }
      }
      guard end - start <= 14 else { return false }
      let name = String(decoding: text[start..<end], as: UTF8.self)
      return LostNames.certain.contains(name) || isGreek(text, start, end, next)
    }
  }

  /// A Greek letter beside a bracket, a comma or a relation.
  private static func isGreek(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ next: UInt8) -> Bool {
    guard end - start <= 10, [0x28, 0x3D, 0x3C, 0x3E, 0x2C, 0x20].contains(next) else { return false }
    let before = start > 0 ? text[start - 1] : 0x20
    guard next != 0x20 && next != 0x2C || before == 0x28 || before == 0x3D else { return false }
    return LostNames.greek.contains(String(decoding: text[start..<end], as: UTF8.self))
  }
}
