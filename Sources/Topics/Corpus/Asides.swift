import Text

/// Stretches of a text that hold no words: formulas, TeX commands, web and mail addresses.
enum Asides {
  /// Longest formula or address that is looked for, in bytes.
  private static let longest = 2_000

  /// Byte ranges, ascending and apart.
  static func find(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = Octets.findAside(text, from: 0)
    while at < text.count {
      let range: Range<Int>?
      switch text[at] {
      case 0x24: range = formula(text, at)
      case 0x5C: range = command(text, at)
      case 0x3A: range = scheme(text, at)
      case 0x2F: range = host(text, at)
      case 0x40: range = mail(text, at)
      default: range = nil
      }
      if let range {
        let start = max(range.lowerBound, found.last?.upperBound ?? 0)
        if start < range.upperBound { found.append(start..<range.upperBound) }
      }
      at = Octets.findAside(text, from: max(at + 1, range?.upperBound ?? 0))
    }
    return found
  }

  /// `$…$` or `$$…$$`, where the dollar signs hug their content and are no prices.
  private static func formula(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
    let width = start + 1 < text.count && text[start + 1] == 0x24 ? 2 : 1
    let inner = start + width
    guard inner < text.count, width == 2 || !isSpace(text[inner]) else { return nil }
    for at in inner..<min(text.count, inner + longest) where text[at] == 0x24 {
      if text[at - 1] == 0x5C { continue }
      if width == 2 { return start..<min(text.count, at + 2) }
      let isPrice = at + 1 < text.count && text[at + 1] &- 0x30 < 10
      return isSpace(text[at - 1]) || isPrice ? nil : start..<at + 1
    }
    return nil
  }

  /// `\(…\)`, `\[…\]`, `\name`, or `\cite{…}` and its like with what they hold.
  private static func command(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
    guard start + 1 < text.count else { return nil }
    let next = text[start + 1]
    if next == 0x28 || next == 0x5B {
      let close: UInt8 = next == 0x28 ? 0x29 : 0x5D
      for at in start + 2..<min(text.count, start + longest) where text[at] == close && text[at - 1] == 0x5C {
        return start..<at + 1
      }
      return start..<start + 2
    }
    guard isLetter(next) else { return start..<start + 2 }
    var end = start + 2
    while end < text.count && isLetter(text[end]) { end += 1 }
    guard end < text.count, text[end] == 0x7B, holdsKeys(text, start + 1..<end) else { return start..<end }
    while end < text.count && text[end] != 0x7D && !isSpace(text[end]) { end += 1 }
    return start..<min(text.count, end + 1)
  }

  private static func holdsKeys(_ text: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Bool {
    switch String(decoding: text[name], as: UTF8.self) {
    case "cite", "citep", "citet", "citealp", "ref", "eqref", "label", "url", "href", "begin", "end", "footnote":
      true
    default: false
    }
  }

  /// `https://…` around the colon at `colon`.
  private static func scheme(_ text: UnsafeBufferPointer<UInt8>, _ colon: Int) -> Range<Int>? {
    guard colon + 2 < text.count, text[colon + 1] == 0x2F, text[colon + 2] == 0x2F else { return nil }
    var start = colon
    while start > max(0, colon - 10) && isLetter(text[start - 1]) { start -= 1 }
    return start < colon ? start..<addressEnd(text, colon) : nil
  }

  /// `github.com/…`: a dotted host before the slash at `slash`.
  private static func host(_ text: UnsafeBufferPointer<UInt8>, _ slash: Int) -> Range<Int>? {
    var start = slash
    var lastDot: Int?
    while start > max(0, slash - 100), isLetter(text[start - 1]) || text[start - 1] == 0x2E || text[start - 1] == 0x2D {
      start -= 1
      if text[start] == 0x2E { lastDot = max(start, lastDot ?? 0) }
    }
    guard let lastDot, lastDot > start, (3...4).contains(slash - lastDot) else { return nil }
    return start..<addressEnd(text, slash)
  }

  /// `name@host.org` around the sign at `sign`; `hits@10` is none.
  private static func mail(_ text: UnsafeBufferPointer<UInt8>, _ sign: Int) -> Range<Int>? {
    var start = sign
    while start > max(0, sign - 100), !isSpace(text[start - 1]), text[start - 1] < 0x80, text[start - 1] != 0x7B {
      start -= 1
    }
    let end = addressEnd(text, sign, longest: 100)
    guard sign - start > 0, text[sign..<end].dropLast(2).contains(0x2E) else { return nil }
    return start..<end
  }

  private static func addressEnd(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, longest: Int = longest
  ) -> Int {
    let limit = min(text.count, start + longest)
    var end = start
    while end < limit, !isSpace(text[end]), !isBracket(text[end]), text[end] < 0x80 { end += 1 }
    return end
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x29 || byte == 0x5D || byte == 0x7D
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
