import Text

/// Whether a text may hold TeX, whole or harmed: nearly none does, so that looking has to be cheap.
struct Signs {
  /// Backslashes, dollar signs, braces, tildes, backquotes, two apostrophes or stars: there may be markup to mend.
  private(set) var mayBeTeX = false
  /// Carets, lowered letters or names of commands: there may be something to rescue.
  private(set) var mayBeHarmed = false

  /// Looks at every word once.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    let (isSign, names) = (Self.isSign, LostNames.shapes)
    var at = 0
    while at < text.count {
      let end = Octets.skipLetters(text, from: at)
      if !mayBeHarmed, end - at >= 2, Self.isName(text, at..<end, names) { mayBeHarmed = true }
      if end < text.count, isSign[Int(text[end])] { look(text, end, at) }
      at = end + 1
    }
  }

  private mutating func look(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ start: Int) {
    let before = at > 0 ? text[at - 1] : 0
    switch text[at] {
    case 0x5E: mayBeHarmed = true
    case 0x7B:
      mayBeTeX = true
      mayBeHarmed = true
    case 0x5F:
      let isLowered = at - start == 1 || before == 0x29 || at > start && at + 1 < text.count && text[at + 1] == 0x7B
      mayBeHarmed = mayBeHarmed || isLowered
    case 0x24:
      mayBeTeX = true
      mayBeHarmed = mayBeHarmed || before == 0x25 || before == 0x97
    case 0x2A, 0x27: mayBeTeX = mayBeTeX || before == text[at]
    default: mayBeTeX = true
    }
  }

  private static let isSign: [Bool] = (0..<256).map {
    [0x5C, 0x24, 0x7B, 0x7E, 0x60, 0x5E, 0x5F, 0x2A, 0x27].contains($0)
  }
}

extension Signs {
  /// Names of commands, and words that are commands beside figures or brackets.
  @inline(__always)
  private static func isName(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ names: NameShapes) -> Bool {
    let next = word.upperBound < text.count ? text[word.upperBound] : 0x20
    if next == 0x28 || next == 0x29 || next == 0x5B || next == 0x5D, isSide(text[word]) { return true }
    return names.mayHold(text, word) && isName(String(decoding: text[word], as: UTF8.self), text, word, next)
  }

  /// A word and the `left` or `right` of a bracket.
  private static func isSide(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.count > 4 && (word.suffix(4).elementsEqual("left".utf8) || word.suffix(5).elementsEqual("right".utf8))
  }

  private static func isName(
    _ name: String, _ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, _ next: UInt8
  ) -> Bool {
    let (start, end) = (word.lowerBound, word.upperBound)
    switch name {
    case "sim": return end + 1 < text.count && text[end + 1].isDigit
    case "times":
      let isCount = start > 0 && text[start - 1].isDigit
      return isCount || start >= 2 && text[start - 1] == 0x20 && (start == 2 || !text[start - 3].isLetter)
    case "le", "ge", "approx", "bullet": return true
    default: return LostNames.certain.contains(name) || LostNames.greek.contains(name) && isBeside(text, start, next)
    }
  }

  /// A Greek letter beside a bracket or a relation.
  private static func isBeside(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ next: UInt8) -> Bool {
    let before = start > 0 ? text[start - 1] : 0x20
    return [0x28, 0x3D, 0x3C, 0x3E].contains(next) || before == 0x28 || [0x3D, 0x3C, 0x3E].contains(before)
  }
}
