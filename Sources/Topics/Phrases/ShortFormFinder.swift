import Papers
import Text

/// Finds short forms where papers define them: "long form (SF)" and "SF (long form)".
///
/// The letters of the short form are read from right to left against the initials of the words before it, in the
/// manner of Schwartz and Hearst (2003), but letters inside a word count only after the word's own initial.
struct ShortFormFinder {
  let lexicon: Lexicon
  /// Definitions by short form, in order of first appearance.
  private(set) var definitions: [Definition] = []

  struct Definition {
    var short: String
    var paper: Int
    var words: [Int32]
    var joints: [ContentStream.Joint]
    /// The words without plurals, one after the other, however they are joined: `multilayer perceptron` and
    /// `multi-layer perceptrons` are one.
    var key: String
    /// The long form as the paper writes it.
    var written: String
  }

  init(_ corpus: Corpus, _ papers: [Paper], _ lexicon: Lexicon) {
    self.lexicon = lexicon
    let tokens = corpus.tokens
    for (number, paper) in papers.enumerated() {
      var text = paper.title
      text.withUTF8 { find(tokens[corpus.title(of: number)], $0, paper: number) }
      text = paper.abstract
      text.withUTF8 { find(tokens[corpus.abstract(of: number)], $0, paper: number) }
    }
  }

  private mutating func find(
    _ tokens: ArraySlice<Corpus.Token>, _ bytes: UnsafeBufferPointer<UInt8>, paper: Int
  ) {
    for at in tokens.indices.dropFirst() where tokens[at].gap == .punctuation {
      let start = tokens[at].start
      guard start > 0, bytes[start - 1] == 0x28 else { continue }
      let end = start + tokens[at].length
      if end < bytes.count, bytes[end] == 0x29 || bytes[end] == 0x2C || bytes[end] == 0x3B,
        let letters = shortFormLetters(bytes[start..<end])
      {
        if let first = Self.longForm(letters, tokens[tokens.startIndex..<at], bytes) {
          note(bytes[start..<end], tokens[first..<at], bytes, paper: paper)
        }
      } else {
        let short = tokens[at - 1].start..<tokens[at - 1].end
        guard short.upperBound + 2 == start, let letters = shortFormLetters(bytes[short]) else { continue }
        var last = at
        while last + 1 < tokens.endIndex, last - at < 8, tokens[last + 1].gap != .punctuation { last += 1 }
        let close = tokens[last].end
        guard close < bytes.count, bytes[close] == 0x29 || bytes[close] == 0x2C || bytes[close] == 0x3B else {
          continue
        }
        if Self.longForm(letters, tokens[at...last], bytes) == at {
          note(bytes[short], tokens[at...last], bytes, paper: paper)
        }
      }
    }
  }

  /// The lower-case letters of a short form without a plural s, nil where the bytes are none.
  private func shortFormLetters(_ written: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    guard (2...10).contains(written.count), written.allSatisfy({ $0 < 0x80 }) else { return nil }
    let capitals = written.count { $0 &- 0x41 < 26 }
    let digits = written.count { $0 &- 0x30 < 10 }
    guard capitals >= 2 || capitals == 1 && digits >= 1, capitals + digits >= (written.count + 1) / 2 else {
      return nil
    }
    let singular = Self.singular(written)
    return singular.count < 2 ? nil : singular.map { $0.asciiLowercased }
  }

  private static func singular(_ written: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    let isPlural = written.count > 2 && written.last == 0x73 && (written.dropLast().last ?? 0) &- 0x41 < 26
    return isPlural ? written.dropLast() : written
  }
}

extension ShortFormFinder {
  /// The first token of the long form that ends with the last of `tokens`, nil where the letters do not fit.
  private static func longForm(
    _ letters: [UInt8], _ tokens: ArraySlice<Corpus.Token>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let first = max(tokens.startIndex, tokens.endIndex - min(letters.count + 5, letters.count * 2 + 1))
    guard var found = match(letters[...], tokens[first...], bytes, mayLeaveOut: false) else { return nil }
    // `multi-modal` for an M, not its second half.
    while found > tokens.startIndex, found < tokens.endIndex - 1, tokens[found].gap == .hyphen,
      bytes[Int(tokens[found - 1].start)].asciiLowercased == letters.first
    {
      found -= 1
    }
    return found
  }

  /// Lets the last of `tokens` explain the last letters, or none where it may be left out.
  private static func match(
    _ letters: ArraySlice<UInt8>, _ tokens: ArraySlice<Corpus.Token>, _ bytes: UnsafeBufferPointer<UInt8>,
    mayLeaveOut: Bool
  ) -> Int? {
    guard !letters.isEmpty, let token = tokens.last else { return nil }
    let at = tokens.endIndex - 1
    let word = bytes[token.start..<token.end]
    let isFirst = token.gap == .punctuation || token.gap == .start
    for count in 1...min(3, letters.count) {
      guard explains(word, letters.suffix(count)) else { continue }
      let rest = letters.dropLast(count)
      if rest.isEmpty { return at }
      if isFirst { continue }
      if let found = match(rest, tokens.dropLast(), bytes, mayLeaveOut: true) { return found }
    }
    // Small words and the second halves of hyphenated ones often lend no letter.
    guard mayLeaveOut, !isFirst, word.count <= 4 && word.allSatisfy({ $0 &- 0x61 < 26 }) || token.gap == .hyphen else {
      return nil
    }
    return match(letters, tokens.dropLast(), bytes, mayLeaveOut: true)
  }

  /// True where `letters` are the word's initial and then letters inside it in order.
  private static func explains(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ letters: ArraySlice<UInt8>) -> Bool {
    guard let initial = word.first, initial.asciiLowercased == letters.first else { return false }
    var rest = letters.dropFirst()
    for byte in word.dropFirst() where byte.asciiLowercased == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  private mutating func note(
    _ written: Slice<UnsafeBufferPointer<UInt8>>, _ tokens: ArraySlice<Corpus.Token>,
    _ bytes: UnsafeBufferPointer<UInt8>, paper: Int
  ) {
    guard tokens.count >= 2 else { return }
    var joints: [ContentStream.Joint] = []
    for (at, token) in zip(tokens.indices, tokens) {
      let isPossessive =
        at > tokens.startIndex && token.start > tokens[at - 1].end + 2
      joints.append(
        at == tokens.startIndex ? .boundary : token.gap == .hyphen ? .hyphen : isPossessive ? .possessive : .space)
    }
    let words = tokens.map(\.word)
    definitions.append(
      Definition(
        short: String(decoding: Self.singular(written), as: UTF8.self), paper: paper, words: words, joints: joints,
        key: words.map { Inflection.singular(lexicon.words[Int($0)]) }.joined(), written: Self.written(tokens, bytes)))
  }

  /// The bytes of the tokens, with the spaces between them made single.
  private static func written(_ tokens: ArraySlice<Corpus.Token>, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    let range = first.start..<last.end
    let text = String(decoding: bytes[range], as: UTF8.self)
    // Nearly always there is nothing to make single.
    if range.allSatisfy({ bytes[$0] &- 0x20 < 0x5F && (bytes[$0] != 0x20 || bytes[$0 - 1] != 0x20) }) { return text }
    return text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}
