/// Flattens a formula into one line of characters: `\frac{a}{b^2}` becomes `a/b²`.
struct MathText {
  private let input: UnsafeBufferPointer<UInt8>
  private var output: [UInt8] = []
  private var depth = 0

  private static let deepest = 32

  static func flattened(_ formula: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text = MathText(input: formula)
    text.translate(0..<formula.count)
    return text.output
  }

  private init(input: UnsafeBufferPointer<UInt8>) { self.input = input }

  private mutating func translate(_ range: Range<Int>) {
    depth += 1
    defer { depth -= 1 }
    var at = range.lowerBound
    while at < range.upperBound { at = step(at, range.upperBound) }
  }

  private mutating func step(_ at: Int, _ end: Int) -> Int {
    switch input[at] {
    case 0x5C: return command(at, end)
    case 0x5E: return script(at, end, raised: true)
    case 0x5F: return script(at, end, raised: false)
    case 0x7B, 0x7D, 0x24: return at + 1
    case 0x26, 0x7E:
      space()
      return at + 1
    default:
      if input[at] == 0x20 { space() } else { output.append(input[at]) }
      return at + 1
    }
  }

  private mutating func command(_ at: Int, _ end: Int) -> Int {
    var stop = at + 1
    while stop < end, input[stop] | 0x20 &- 0x61 < 26 { stop += 1 }
    guard stop > at + 1 else {
      guard stop < end else { return stop }
      switch input[stop] {
      case 0x7B, 0x7D, 0x25, 0x23, 0x26, 0x5F, 0x24: output.append(input[stop])
      case 0x7C: append("‖")
      case 0x21: break
      default: space()
      }
      return stop + 1
    }
    let name = String(decoding: input[at + 1..<stop], as: UTF8.self)
    return named(name, stop, end)
  }

  private mutating func named(_ name: String, _ stop: Int, _ end: Int) -> Int {
    switch name {
    case "frac", "dfrac", "tfrac", "nicefrac": return fraction(stop, end)
    case "sqrt":
      append("√")
      let radicand = argument(skipIndex(stop, end), end)
      output += enclosed(flat(radicand.range))
      return radicand.next
    case "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg", "displaystyle", "textstyle",
      "limits", "nolimits", "rm", "bf", "it", "cal", "mathop", "mathbin", "mathrel":
      return byte(stop) == 0x2E ? stop + 1 : stop
    case "begin", "end":
      space()
      return argument(stop, end).next
    case "mathbb":
      let letters = argument(stop, end)
      append(Self.doubleStruck[String(decoding: input[letters.range], as: UTF8.self)] ?? "")
      if Self.doubleStruck[String(decoding: input[letters.range], as: UTF8.self)] == nil { translate(letters.range) }
      return letters.next
    default:
      if let symbol = Symbols.character(name) {
        let isApart = output.last == 0x20
        append(symbol)
        // The blank that ends a name is none of the formula, unless one stands before the name too.
        return byte(stop) == 0x20 && !isApart ? stop + 1 : stop
      }
      if Self.spaces.contains(name) { space() } else if !Self.unseen.contains(name) { word(name) }
      return stop
    }
  }

  private mutating func fraction(_ stop: Int, _ end: Int) -> Int {
    let above = argument(stop, end)
    let below = argument(above.next, end)
    output += enclosed(flat(above.range))
    output.append(0x2F)
    output += enclosed(flat(below.range))
    return below.next
  }

  /// Superscripts and subscripts as characters where all of them exist.
  private mutating func script(_ at: Int, _ end: Int, raised: Bool) -> Int {
    let part = argument(at + 1, end)
    let text = flat(part.range)
    let table = raised ? Self.raised : Self.lowered
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    if scalars.allSatisfy({ table[$0] != nil }) {
      for scalar in scalars { if let small = table[scalar] { append(String(Character(small))) } }
    } else {
      output.append(input[at])
      output += scalars.count > 1 && raised ? enclosed(text) : text
    }
    return max(part.next, at + 1)
  }

  /// A group in braces, a command or one character.
  private func argument(_ at: Int, _ end: Int) -> (range: Range<Int>, next: Int) {
    var start = at
    while start < end, input[start] == 0x20 { start += 1 }
    guard start < end else { return (end..<end, end) }
    if input[start] == 0x7B {
      var level = 0
      for place in start..<end {
        if input[place] == 0x7B { level += 1 }
        if input[place] == 0x7D { level -= 1 }
        if level == 0 { return (start + 1..<place, place + 1) }
      }
      return (start + 1..<end, end)
    }
    var stop = start + 1
    if input[start] == 0x5C {
      while stop < end, input[stop] | 0x20 &- 0x61 < 26 { stop += 1 }
      if stop == start + 1 { stop = min(end, stop + 1) }
    } else {
      while stop < end, input[stop] & 0xC0 == 0x80 { stop += 1 }
    }
    return (start..<stop, stop)
  }

  private func skipIndex(_ at: Int, _ end: Int) -> Int {
    guard byte(at) == 0x5B else { return at }
    for place in at..<end where input[place] == 0x5D { return place + 1 }
    return at
  }

  private func flat(_ range: Range<Int>) -> [UInt8] {
    guard depth < Self.deepest else { return Array(input[range]) }
    var inner = MathText(input: input)
    inner.depth = depth
    inner.translate(range)
    return inner.output
  }

  /// In brackets where it is more than one name or number.
  private func enclosed(_ text: [UInt8]) -> [UInt8] {
    let isOne = text.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2E }
    return isOne ? text : [0x28] + text + [0x29]
  }

  private func byte(_ at: Int) -> UInt8 { at < input.count ? input[at] : 0 }

  private mutating func space() { if output.last != 0x20, !output.isEmpty { output.append(0x20) } }

  /// The name of a function, apart from what stands before it.
  private mutating func word(_ name: String) {
    if let last = output.last, last.isLetter || last.isDigit { output.append(0x20) }
    append(name)
  }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }
}

extension MathText {
  private static let unseen: Set<String> = [
    "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "mathcal", "mathfrak", "mathscr", "boldsymbol", "bm", "text",
    "textbf", "textit", "textrm", "texttt", "textsc", "textsf", "mbox", "hbox", "operatorname", "hat", "widehat",
    "tilde",
    "widetilde", "bar", "overline", "underline", "vec", "dot", "ddot", "emph", "mathds", "pmb", "ensuremath",
    "nonumber",
  ]

  private static let spaces: Set<String> = ["quad", "qquad", "thinspace", "space", "enspace"]

  private static let doubleStruck = [
    "R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "P": "ℙ", "H": "ℍ", "E": "𝔼", "F": "𝔽", "S": "𝕊", "1": "𝟙",
  ]

  private static let raised = table("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
  private static let lowered = table("0123456789+-=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ")

  private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
  }
}
