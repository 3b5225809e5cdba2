import Text

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the bytes of one line tell of its part in a text dump: title, abstract or a piece of either.
struct LineSigns: Sendable, Equatable {
  /// Log odds that the line is an abstract rather than a title, from -6 to 6.
  var abstractness: Float = 0
  /// The same without the length: a torn-off piece of an abstract is short.
  var proseness: Float = 0
  /// Letters, an ideograph counting as three.
  var length: Float = 0
  /// Begins in the middle of a sentence: a lower-case letter or closing punctuation.
  var startsInside = false
  /// Ends as a sentence does, or with an address.
  var endsSentence = false
  /// Ends where more must follow: a comma, a colon, a dash, a preposition or an article.
  var endsOpen = false

  /// Bytes of a line that are looked at; the rest of a longer line tells nothing new.
  static let window = 800
  /// Words of sentences that are counted; more tell nothing new.
  static let mostVerbs = 5

  /// Reads the signs of a line that has no white space at its ends.
  init(_ line: UnsafeBufferPointer<UInt8>) {
    guard let first = line.first, let last = line.last else { return }
    var counts = Counts()
    counts.scan(UnsafeBufferPointer(rebasing: line.prefix(Self.window)))
    let share = Float(counts.continuations) / Float(min(line.count, Self.window))
    length = Float(line.count) * (1 - share)
    startsInside = first &- 0x61 < 26 || first == 0x2C || first == 0x29 || first == 0x3B
    endsSentence = Self.endsSentence(line) || counts.endsWithAddress
    endsOpen = last == 0x2C || last == 0x3A || last == 0x2D || last == 0x3B || counts.lastWordIsOpen
    proseness = counts.breaks > 0 ? 2.5 : -1.5
    proseness += endsSentence ? 2.5 : -1.5
    proseness += 0.6 * Float(counts.verbs) + (counts.hasAddress ? 1 : 0)
    abstractness = min(6, max(-6, proseness + 2 * logf(max(1, length) / 230)))
    proseness = min(6, max(-6, proseness))
  }

  /// Whether lines are titles alone: hardly one of them looks like an abstract, or ends as a sentence does.
  static func areTitles(_ signs: [LineSigns]) -> Bool {
    guard signs.count >= 4, signs.count(where: { $0.abstractness > 0 }) * 20 <= signs.count else { return false }
    return signs.count(where: \.endsSentence) * 10 <= signs.count
  }

  private static func endsSentence(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = line.count - 1
    while at > 0, [0x22, 0x27, 0x29, 0x5D, 0x7D, 0x24].contains(line[at]) { at -= 1 }
    if line[at] == 0x2E || line[at] == 0x21 { return true }
    // U+3002 and U+FF0E end sentences, and so do the Arabic and Urdu full stops and the danda.
    guard at >= 2 else { return false }
    switch (line[at - 2], line[at - 1], line[at]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8E), (0xE0, 0xA5, 0xA4), (_, 0xDB, 0x94): return true
    default: return false
    }
  }
}

extension LineSigns {
  /// One pass over the words of a line.
  private struct Counts {
    /// Full stops with a sentence before and after.
    var breaks = 0
    /// Short words that sentences have and titles rarely do.
    var verbs = 0
    /// Bytes that do not add to the length: the second one of two-byte letters.
    var continuations = 0
    var hasAddress = false
    var endsWithAddress = false
    var lastWordIsOpen = false

    mutating func scan(_ line: UnsafeBufferPointer<UInt8>) {
      var start = 0
      while start < line.count {
        let end = Octets.findBlank(line, from: start)
        if end > start {
          word(UnsafeBufferPointer(rebasing: line[start..<end]), next: end + 1 < line.count ? line[end + 1] : 0)
        }
        start = end + 1
      }
      var at = Octets.skipASCII(line, from: 0)
      while at < line.count {
        if line[at] & 0xE0 == 0xC0 { continuations += 1 }
        // U+3002 inside the line.
        if line[at] == 0x82, at >= 2, line[at - 1] == 0x80, line[at - 2] == 0xE3, at + 1 < line.count { breaks += 1 }
        at = Octets.skipASCII(line, from: at + 1)
      }
    }

    private mutating func word(_ word: UnsafeBufferPointer<UInt8>, next: UInt8) {
      let last = word[word.count - 1]
      endsWithAddress = Self.isAddress(word)
      hasAddress = hasAddress || endsWithAddress
      if last == 0x2E, next &- 0x41 < 26, word.count > 3, word[word.count - 2] &- 0x61 < 26 { breaks += 1 }
      lastWordIsOpen = false
      guard word.count <= 5 else { return }
      if verbs < LineSigns.mostVerbs, Self.sentenceWords.contains(word) { verbs += 1 }
      if next == 0 { lastWordIsOpen = Self.openWords.contains(word) }
    }

    private static func isAddress(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
      guard word.count > 7 else { return false }
      for at in 0..<word.count - 3 where word[at] == 0x3A && word[at + 1] == 0x2F && word[at + 2] == 0x2F {
        return true
      }
      return word[0] == 0x77 && word.starts(with: "www.".utf8)
    }

    private static let sentenceWords = ShortWords(
      "we We is are was were be been has have can that which our Our this This these These it It its also such not they "
        + "their In show To")
    private static let openWords = ShortWords(
      "of for and the a an in on to with by from via at or as is are that our we")
  }
}
