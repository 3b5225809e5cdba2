extension Rescue {
  /// Brackets opened and not closed; less than nothing where more are closed.
  func isOpen(_ range: Range<Int>) -> Int {
    words.text[range].reduce(0) { level, byte in
      switch byte {
      case 0x28, 0x7B: level + 1
      case 0x29, 0x7D: level - 1
      default: level
      }
    }
  }

  /// Without punctuation and brackets that belong to the sentence; nil where brackets stay open.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var range = range
    while !range.isEmpty {
      let (first, last) = (words.byte(range.lowerBound), words.byte(range.upperBound - 1))
      let open = isOpen(range)
      if [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x22, 0x27, 0x2D].contains(last) {
        range = range.lowerBound..<range.upperBound - 1
      } else if open < 0, last == 0x29 || last == 0x7D {
        range = range.lowerBound..<range.upperBound - 1
      } else if open > 0, first == 0x28 || first == 0x7B || first == 0x5B {
        range = range.lowerBound + 1..<range.upperBound
      } else if first == 0x22 || first == 0x27 || first == 0x2C {
        range = range.lowerBound + 1..<range.upperBound
      } else if first == 0x28, last == 0x29, open == 0, closesAtEnd(range) {
        range = range.lowerBound + 1..<range.upperBound - 1
      } else {
        return open == 0 ? range : nil
      }
    }
    return nil
  }

  /// Whether the bracket that opens a range is closed by its last byte.
  private func closesAtEnd(_ range: Range<Int>) -> Bool {
    var level = 0
    for at in range {
      if words.text[at] == 0x28 { level += 1 }
      if words.text[at] == 0x29 { level -= 1 }
      if level == 0 { return at == range.upperBound - 1 }
    }
    return false
  }

  /// More than one name in prose: `Tri^2-plane` is a word with a raised figure, `infty` alone a character.
  func isFormula(_ range: Range<Int>) -> Bool {
    let text = words.text[range]
    if text.contains(0x24) || text.contains(0x60) || text.contains(0x25) { return false }
    let isName = text.allSatisfy(\.isAsciiLetter)
    if isName { return false }
    // A hyphen and a word after it: prose.
    guard let caret = text.firstIndex(where: { $0 == 0x5E || $0 == 0x5F }) else { return true }
    let base = text[..<caret].reversed().prefix { $0.isAsciiLetter }.count
    let hyphen = text[caret...].firstIndex(of: 0x2D)
    let isCompound = hyphen.map { words.byte($0 + 1).isAsciiLetter && words.byte($0 + 2).isAsciiLetter } ?? false
    return
      !(isCompound
      || base >= 3 && !text.contains(0x7B) && !text.contains(0x28) && text[caret] == 0x5E && !text.contains(0x3D)
        && isWordLike(text[..<caret]))
  }

  /// A capital and small letters.
  private func isWordLike(_ text: ArraySlice<UInt8>) -> Bool {
    text.dropFirst().allSatisfy { $0 &- 0x61 < 26 }
  }
}
