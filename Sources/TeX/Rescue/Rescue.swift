/// Rescues formulas and commands of which copying has left only the letters: `16times`, `XQK^top`, `N(0,sigma^2)`.
///
/// Nothing changes without proof. A formula is proven by a caret, by an underscore after one letter or before a brace, or
/// by a name that is no word; then it takes in its neighbours as far as operators and brackets reach. Words that are both,
/// such as *times*, *left*, *top* and *sim*, stay words outside a formula.
struct Rescue {
  private let words: LostWords
  private let formulas: [MathSpan]
  private var output: [UInt8] = []
  /// Greek letters that a formula of the text names: where one stands alone in the same text, it is that letter.
  private var greek: Set<String> = []

  /// Words that a formula without end may take in.
  private static let longest = 24

  private init(_ text: [UInt8], formulas: [MathSpan]) {
    words = LostWords(text, formulas: formulas)
    self.formulas = formulas
    for formula in formulas { learn(text[formula.content]) }
  }

  /// The rescued text, nil where there is nothing to rescue.
  static func rescued(_ text: [UInt8]) -> [UInt8]? {
    guard text.withUnsafeBufferPointer(RescueSigns.mayHold) else { return nil }
    let formulas = text.withUnsafeBufferPointer { MathSpan.find(in: $0) }
    var rescue = Rescue(text, formulas: formulas)
    rescue.run()
    return rescue.output == text ? nil : rescue.output
  }

  private mutating func run() {
    let runs = runs()
    let replacements = runs.map { range in
      let formula = LostFormula(words.text[range])
      greek.formUnion(formula.greek)
      return (range: range, text: [0x24] + formula.tex + [0x24])
    }
    var at = 0
    for replacement in replacements + [(words.text.count..<words.text.count, [])] {
      plain(at..<replacement.range.lowerBound)
      output += replacement.text
      at = replacement.range.upperBound
    }
  }

  /// Copies what is no formula, single commands in it as characters.
  private mutating func plain(_ range: Range<Int>) {
    var at = range.lowerBound
    for formula in formulas where range.contains(formula.range.lowerBound) {
      var singles = LostSingles(words.text, at..<formula.range.lowerBound, greek: greek)
      output += singles.translated() + words.text[formula.range]
      at = formula.range.upperBound
    }
    var singles = LostSingles(words.text, at..<range.upperBound, greek: greek)
    output += singles.translated()
  }

  private mutating func learn(_ formula: ArraySlice<UInt8>) {
    for name in formula.split(whereSeparator: { !$0.isAsciiLetter }) {
      let name = String(decoding: name, as: UTF8.self)
      if LostNames.greek.contains(name) { greek.insert(name) }
    }
  }
}

extension Rescue {
  /// Byte ranges of the formulas, punctuation around them left out.
  private func runs() -> [Range<Int>] {
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
    guard word > 0, word + 1 < words.words.count, words.areAdjacent(word - 1), words.areAdjacent(word),
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

  /// Brackets opened and not closed; less than nothing where more are closed.
  private func isOpen(_ range: Range<Int>) -> Int {
    words.text[range].reduce(0) { level, byte in
      switch byte {
      case 0x28, 0x7B: level + 1
      case 0x29, 0x7D: level - 1
      default: level
      }
    }
  }

  /// Without punctuation and brackets that belong to the sentence; nil where brackets stay open.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
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
  private func isFormula(_ range: Range<Int>) -> Bool {
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
