/// Translates TeX's text mode into Unicode, formulas left alone.
struct Mender {
  let input: UnsafeBufferPointer<UInt8>
  var output: [UInt8] = []
  private let formulas: [MathSpan]
  private var nextFormula = 0
  /// Opening double quotes made of backquotes or apostrophes that wait for their end.
  var openQuotes = 0
  /// Whether the text is written in TeX beyond doubt: then dashes and ties are TeX's too.
  private let isTeX: Bool
  private let bracesAreTeX: Bool
  private var depth = 0

  /// Groups inside one another; deeper ones stay as they are.
  private static let deepest = 32

  init(_ input: UnsafeBufferPointer<UInt8>, bracesAreTeX: Bool = false) {
    self.input = input
    self.bracesAreTeX = bracesAreTeX
    formulas = MathSpan.find(in: input)
    isTeX = bracesAreTeX || !formulas.isEmpty || Self.showsTeX(input)
    output.reserveCapacity(input.count)
  }

  mutating func mended() -> [UInt8] {
    translate(0..<input.count)
    return output
  }

  /// A command, or a quote of two backquotes.
  private static func showsTeX(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for at in 0..<max(0, text.count - 2) {
      if text[at] == 0x5C, text[at + 1] | 0x20 &- 0x61 < 26 || Accents.isSymbol(text[at + 1]) { return true }
      if text[at] == 0x60, text[at + 1] == 0x60, text[at + 2] != 0x60 { return true }
    }
    return false
  }

  /// Translates a range of the input to the end of the output.
  mutating func translate(_ range: Range<Int>) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      output.append(contentsOf: input[range])
      return
    }
    var at = range.lowerBound
    while at < range.upperBound {
      while nextFormula < formulas.count, formulas[nextFormula].range.lowerBound < at { nextFormula += 1 }
      if nextFormula < formulas.count, formulas[nextFormula].range.lowerBound == at {
        let formula = formulas[nextFormula].range
        output.append(contentsOf: input[formula])
        at = formula.upperBound
        continue
      }
      switch input[at] {
      case 0x5C: at = command(at, range.upperBound)
      case 0x7B: at = group(at, range.upperBound)
      case 0x7E: at = tie(at)
      case 0x60: at = openingQuote(at, range.upperBound)
      case 0x27: at = apostrophes(at, range.upperBound)
      case 0x22 where openQuotes > 0 && byte(at - 1) != 0x60: at = closeDouble(at + 1)
      case 0x2D where isTeX: at = dashes(at)
      case 0x2A where byte(at + 1) == 0x2A: at = emphasis(at, range.upperBound)
      default:
        output.append(input[at])
        at += 1
      }
    }
  }

  /// The byte at an offset, 0 outside the text.
  func byte(_ at: Int) -> UInt8 { at >= 0 && at < input.count ? input[at] : 0 }

  /// The closing brace of the group that opens at `at`, nil where it is never closed.
  func closingBrace(_ at: Int, _ end: Int) -> Int? {
    var level = 0
    var place = at
    while place < end {
      switch input[place] {
      case 0x5C: place += 1
      case 0x7B: level += 1
      case 0x7D:
        level -= 1
        if level == 0 { return place }
      default: break
      }
      place += 1
    }
    return nil
  }
}

extension Mender {
  /// Braces go where they are TeX's beyond doubt: around a command, around an address, around nothing after a word.
  private mutating func group(_ at: Int, _ end: Int) -> Int {
    guard let close = closingBrace(at, end) else { return copy(at) }
    let content = at + 1..<close
    let isOfTeX =
      bracesAreTeX || byte(at + 1) == 0x5C && byte(at + 2) != 0x7B && byte(at + 2) != 0x28 && byte(at + 2) != 0x5B
      || content.isEmpty && isTeX || keepsCapitals(content, at)
      || input[content].starts(with: "http".utf8) && !byte(at - 1).isLetter
    guard isOfTeX else { return copy(at) }
    let before = output.count
    translate(content)
    // What a font switch leaves before its text.
    while output.count > before, output[before] == 0x20 { output.remove(at: before) }
    return close + 1
  }

  /// `{I}nsights`, `{LLM}s`: braces around the capitals that begin a word, as bibliographies have them.
  private func keepsCapitals(_ content: Range<Int>, _ at: Int) -> Bool {
    !content.isEmpty && byte(at - 1) <= 0x20 && byte(content.upperBound + 1) &- 0x61 < 26
      && input[content].allSatisfy { $0 &- 0x41 < 26 }
  }

  mutating func copy(_ at: Int) -> Int {
    output.append(input[at])
    return at + 1
  }

  /// A tilde that holds two words together; not one that means `about`, a range of numbers or a home folder.
  private mutating func tie(_ at: Int) -> Int {
    let (before, after) = (byte(at - 1), byte(at + 1))
    let isBetweenWords = at > 0 && !before.isSpace && before != 0x2F && before != 0x28 && after > 0x20
    let isRange = before.isDigit && after.isDigit
    let isDistribution = after | 0x20 &- 0x61 < 26 && before.isLetter && !byte(at - 2).isLetter && !isTeX
    guard isBetweenWords, !isRange, !isDistribution else {
      output.append(after == 0x20 && isTeX && at > 0 && !before.isSpace ? 0x20 : 0x7E)
      return at + 1
    }
    output.append(0x20)
    return at + 1
  }

  /// `---` and `--`, but not the hyphens of an option such as `--quiet`.
  private mutating func dashes(_ at: Int) -> Int {
    let count = run(of: 0x2D, at)
    let isOption = count == 2 && byte(at - 1) <= 0x20 && byte(at + 2).isLetter
    switch count {
    case 2 where !isOption && at > 0: append("–")
    case 3 where at > 0: append("—")
    default: output.append(contentsOf: input[at..<at + count])
    }
    return at + count
  }

  /// `**bold words**`, the stars taken off; not `2**n`, nor stars that are never closed.
  private mutating func emphasis(_ at: Int, _ end: Int) -> Int {
    let count = run(of: 0x2A, at)
    guard count == 2, !isOfWord(byte(at - 1)), byte(at + 2) > 0x20, let close = emphasisEnd(at + 2, end) else {
      output.append(contentsOf: input[at..<at + count])
      return at + count
    }
    translate(at + 2..<close)
    return close + 2
  }

  private func emphasisEnd(_ start: Int, _ end: Int) -> Int? {
    for place in start..<max(start, min(end, start + 160) - 1) where input[place] == 0x2A {
      let isClosing = run(of: 0x2A, place) == 2 && byte(place - 1) > 0x20 && !isOfWord(byte(place + 2))
      return isClosing && place > start ? place : nil
    }
    return nil
  }

  func isOfWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }

  func run(of mark: UInt8, _ at: Int) -> Int {
    var end = at
    while end < input.count, input[end] == mark { end += 1 }
    return end - at
  }

  mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }
}

extension UInt8 {
  var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
  var isDigit: Bool { self &- 0x30 < 10 }
  /// A letter of ASCII, or a part of any other.
  var isLetter: Bool { self | 0x20 &- 0x61 < 26 || self >= 0x80 }
}
