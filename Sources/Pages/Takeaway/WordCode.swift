import Text

/// Packs texts for a page that a browser unpacks with a few lines of script: about a third of their size, in printable ASCII.
///
/// A word with the blank before it, or one character that is no letter, is a token. Tokens that come twice stand in
/// a list; the most frequent have codes of one letter, the next of two, the others of three. What stands in no list is written out
/// between `~` and a tab. Within codes of one length the list is sorted, so that it packs well on its way, too.
struct WordCode: Sendable {
  /// Letters of codes, in order: printable ASCII without what HTML or a quoted string could take amiss.
  static let alphabet: [UInt8] = (0x21...0x7D).filter { ![0x22, 0x26, 0x3C, 0x5C].contains($0) }
  private static let escape: UInt8 = 0x7E
  /// First letters of codes of one, two and three letters.
  static let shares = (one: 46, two: 39, three: 4)

  /// The tokens in the order of their codes, one a line.
  private(set) var list: [UInt8] = []
  /// One text a line.
  private(set) var text: [UInt8] = []

  init(_ texts: [String]) {
    var tokens = TokenTable()
    var words: [Int32] = []
    for text in texts {
      // Tabs and line feeds have a meaning of their own here.
      tokens.read(PlainText.hasControls(text) ? PlainText.folded(text) : text, into: &words)
      words.append(-1)
    }
    let codes = assign(tokens)
    text = Self.text(words, tokens, codes)
  }
}

extension WordCode {
  /// The code of every token; 0 for those that are written out.
  private mutating func assign(_ tokens: TokenTable) -> [UInt32] {
    let base = Self.alphabet.count
    let (one, two, three) = Self.shares
    let room = (one: one, two: one + two * base, three: one + two * base + three * base * base)
    // A `<` is always listed: written out it could close the element that holds the text.
    let listed = tokens.indices.filter { tokens.counts[$0] > 1 || tokens.isAngle($0) }
    let ranked = listed.sorted { (tokens.counts[$1], $0) < (tokens.counts[$0], $1) }.prefix(room.three)
    let order =
      Array(ranked.prefix(room.one)) + tokens.sorted(ranked.dropFirst(room.one).prefix(room.two - room.one))
      + tokens.sorted(ranked.dropFirst(room.two))
    var codes = [UInt32](repeating: 0, count: tokens.counts.count)
    let letters = Self.alphabet.map(UInt32.init)
    for (place, token) in order.enumerated() {
      list.append(contentsOf: tokens.bytes(token))
      list.append(0x0A)
      if place < room.one {
        codes[token] = letters[place]
      } else if place < room.two {
        let rest = place - room.one
        codes[token] = letters[one + rest / base] << 8 | letters[rest % base]
      } else {
        let rest = place - room.two
        codes[token] =
          letters[one + two + rest / (base * base)] << 16 | letters[rest / base % base] << 8 | letters[rest % base]
      }
    }
    return codes
  }

  private static func text(_ words: [Int32], _ tokens: TokenTable, _ codes: [UInt32]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(words.count * 2)
    var isWrittenOut = false
    for word in words {
      let code = word < 0 ? 0 : codes[Int(word)]
      let isLiteral = word >= 0 && code == 0
      if isLiteral != isWrittenOut {
        text.append(isLiteral ? escape : 0x09)
        isWrittenOut = isLiteral
      }
      if word < 0 {
        text.append(0x0A)
      } else if isLiteral {
        text.append(contentsOf: tokens.bytes(Int(word)))
      } else {
        if code > 0xFFFF { text.append(UInt8(code >> 16)) }
        if code > 0xFF { text.append(UInt8(truncatingIfNeeded: code >> 8)) }
        text.append(UInt8(truncatingIfNeeded: code))
      }
    }
    return text
  }
}
