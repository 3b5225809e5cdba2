/// Rescues formulas and commands of which copying has left only the letters: `16times`, `XQK^top`, `N(0,sigma^2)`.
///
/// Nothing changes without proof. A formula is proven by a caret, by an underscore after one letter or before a brace, or
/// by a name that is no word; then it takes in its neighbours as far as operators and brackets reach. Words that are both,
/// such as *times*, *left*, *top* and *sim*, stay words outside a formula.
struct Rescue {
  let words: LostWords
  private let formulas: [MathSpan]
  private var output: [UInt8] = []
  /// Greek letters that a formula of the text names: where one stands alone in the same text, it is that letter.
  private var greek: Set<String> = []

  /// Words that a formula without end may take in.
  static let longest = 24

  private init(_ text: [UInt8], formulas: [MathSpan]) {
    words = LostWords(text, formulas: formulas)
    self.formulas = formulas
    for formula in formulas { learn(text[formula.content]) }
  }

  /// The rescued text, nil where there is nothing to rescue.
  static func rescued(_ text: [UInt8]) -> [UInt8]? {
    guard text.withUnsafeBufferPointer({ Signs($0).mayBeHarmed }) else { return nil }
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
