/// Whether a text may hold TeX, whole or harmed: nearly none does, so that looking has to be cheap.
struct Signs {
  /// Backslashes, dollar signs, braces, tildes, backquotes, two apostrophes or stars: there may be markup to mend.
  private(set) var mayBeTeX = false
  /// Carets, lowered letters or names of commands: there may be something to rescue.
  private(set) var mayBeHarmed = false

  /// Looks at every word once.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    let kinds = Self.kinds
    kinds.withUnsafeBufferPointer { kinds in
      var start = 0
      for at in 0..<text.count {
        let kind = kinds[Int(text[at])]
        if kind == Self.letter { continue }
        if kind == Self.sign { look(text, at, start) }
        if !mayBeHarmed, at - start >= 2, Self.isName(text, start, at) { mayBeHarmed = true }
        start = at + 1
      }
      if !mayBeHarmed, text.count - start >= 2, Self.isName(text, start, text.count) { mayBeHarmed = true }
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

  private static let other: UInt8 = 0
  private static let letter: UInt8 = 1
  private static let sign: UInt8 = 2

  private static let kinds: [UInt8] = (0..<256).map { byte in
    if UInt8(byte).isAsciiLetter { return letter }
    return [0x5C, 0x24, 0x7B, 0x7E, 0x60, 0x5E, 0x5F, 0x2A, 0x27].contains(byte) ? sign : other
  }
}

extension Signs {
  /// Names of commands, and words that are commands beside figures or brackets.
  private static func isName(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let next = end < text.count ? text[end] : 0x20
    if next == 0x28 || next == 0x29 || next == 0x5B || next == 0x5D, end - start > 4 {
      let word = UnsafeBufferPointer(rebasing: text[start..<end])
      if word.suffix(4).elementsEqual("left".utf8) || word.suffix(5).elementsEqual("right".utf8) { return true }
    }
    guard end - start <= 14, shapes[shape(text, start, end)] else { return false }
    let name = String(decoding: text[start..<end], as: UTF8.self)
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

  /// First, second and last letter as one number.
  private static func shape(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    (Int(text[start] & 0x1F) << 5 | Int(text[start + 1] & 0x1F)) << 5 | Int(text[end - 1] & 0x1F)
  }

  /// Shapes that some name has.
  private static let shapes: [Bool] = {
    var shapes = [Bool](repeating: false, count: 1 << 15)
    for name in LostNames.certain.union(LostNames.greek).union(["sim", "times", "le", "ge", "approx", "bullet"]) {
      var copy = name
      copy.withUTF8 { shapes[shape($0, 0, $0.count)] = true }
    }
    return shapes
  }()
}
