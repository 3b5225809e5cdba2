extension Rescue {
  /// Byte ranges of the formulas, punctuation around them left out.
  func runs() -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var word = 0
    while word < words.words.count {
      guard words.isProof(word) || isRelation(word) else {
        word += 1
        continue
      }
      var first = word
      while first > 0, let before = extendedLeft(first), before > (runs.last.map { wordAfter($0) } ?? -1) {
        first = before
      }
      var last = word
      while let next = extendedRight(first, last) { last = next }
      if let range = trimmed(words.words[first].lowerBound..<words.words[last].upperBound), isFormula(range) {
        runs.append(range)
        word = last + 1
      } else {
        word += 1
      }
    }
    return runs
  }

  /// Index of the last word that a run touches.
  private func wordAfter(_ range: Range<Int>) -> Int {
    words.words.lastIndex { $0.lowerBound < range.upperBound } ?? -1
  }

  /// Takes in `h in` before `R^d`, `t_max =` before `kappa`.
  private func extendedLeft(_ first: Int) -> Int? {
    if first >= 1, words.areAdjacent(first - 1) {
      if isOpen(words.words[first]) < 0 {
        // Brackets that open not far before, or those of the sentence.
        let start = (max(0, first - 4)..<first).last {
          isOpen(words.words[$0].lowerBound..<words.words[first].upperBound) == 0
        }
        if start != nil, words.text[words.words[first]].contains(0x7B) { return first - 1 }
      }
      let name = words.string(words.words[first - 1])
      if LostNames.taking.contains(name), name.utf8.count > 3 { return first - 1 }
    }
    if first >= 1, words.areAdjacent(first - 1), isOperator(first), isOperand(first - 1) { return first - 1 }
    guard first >= 2, words.areAdjacent(first - 1), words.areAdjacent(first - 2), isOperator(first - 1) else {
      return nil
    }
    return isOperand(first - 2) ? first - 2 : nil
  }

  private func extendedRight(_ first: Int, _ last: Int) -> Int? {
    guard words.areAdjacent(last), last - first < Self.longest else { return nil }
    let soFar = words.words[first].lowerBound..<words.words[last].upperBound
    if isOpen(soFar) > 0 { return words.isProse(last + 1) ? nil : last + 1 }
    let word = words.string(words.words[last])
    guard words.core(last).upperBound == words.words[last].upperBound else { return nil }
    if LostNames.taking.contains(word) { return last + 1 }
    if isOperator(last), isOperand(last + 1) || words.isProof(last + 1) { return last + 1 }
    if words.isProof(last + 1),
      isOpen(words.words[last + 1]) <= 0 || words.byte(words.words[last + 1].lowerBound) != 0x28
    {
      return last + 1
    }
    if isOperator(last + 1), words.areAdjacent(last + 1), isOperand(last + 2) || words.isProof(last + 2) {
      return last + 2
    }
    // `kappa a.`: one letter that ends the sentence or clause.
    let next = words.words[last + 1]
    let isLetter = words.core(last + 1).count == 1 && words.byte(next.lowerBound).isAsciiLetter
    return isLetter && next.count > 1 && LostNames.greek.contains(word) ? last + 1 : nil
  }

  /// `n times d`, `c le C`, `F(X) approx Y`: a word that is a relation where single letters stand on both sides.
  private func isRelation(_ word: Int) -> Bool {
    guard word > 0, word + 1 < words.words.count, LostNames.shapes.mayHold(words.text, words.words[word]),
      words.areAdjacent(word - 1), words.areAdjacent(word),
      ["times", "le", "ge", "approx", "pm"].contains(words.string(words.words[word]))
    else { return false }
    let sides = [words.words[word - 1], words.core(word + 1)]
    guard sides.allSatisfy({ words.byte($0.upperBound - 1) < 0x80 && !words.text[$0].allSatisfy(\.isDigit) }) else {
      return false
    }
    return isOperand(word - 1) && isOperand(word + 1) && words.core(word - 1) == words.words[word - 1]
  }

  private func isOperator(_ word: Int) -> Bool {
    let range = words.words[word]
    if range.count == 1 { return [0x3D, 0x2B, 0x2D, 0x3C, 0x3E, 0x2F].contains(words.byte(range.lowerBound)) }
    let name = words.string(range)
    return LostNames.between.contains(name)
  }

  /// One letter other than an article or pronoun, a number, a Greek letter, a function of letters.
  private func isOperand(_ word: Int) -> Bool {
    let range = words.core(word)
    let isClosed = words.words[word].upperBound == range.upperBound
    guard let first = words.text[range].first else { return false }
    if range.count == 1 {
      return first.isAsciiLetter && ![0x61, 0x41, 0x49].contains(first) || first.isDigit
        || !isClosed && first.isAsciiLetter
    }
    let name = words.string(range)
    if LostNames.greek.contains(name) { return true }
    if words.text[range].allSatisfy({ $0.isDigit || $0 == 0x2E }) { return true }
    guard let open = words.text[range].firstIndex(of: 0x28), range.upperBound - range.lowerBound <= 12,
      words.byte(range.upperBound - 1) == 0x29
    else { return false }
    return open - range.lowerBound <= 3
      && words.text[open..<range.upperBound].allSatisfy { $0.isAsciiLetter || [0x28, 0x29, 0x2C].contains($0) }
  }
}
