import Text

/// Turns the tokens of one text after the other into content words with joints, and counts their uses.
struct ContentReader {
  private(set) var words: [Int32] = []
  private(set) var joints: [ContentStream.Joint] = []
  private(set) var isBeforeOf: [Bool] = []
  private(set) var counter: LexiconCounter

  init(_ corpus: Corpus) {
    counter = LexiconCounter(corpus.words)
    let tokens = corpus.documents.reduce(0) { $0 + $1.tokens.count }
    words.reserveCapacity(tokens * 2 / 3)
    joints.reserveCapacity(tokens * 2 / 3)
  }

  /// Appends the content words of a title or an abstract. `text` is what the tokens were read from.
  ///
  /// A stop word inside a hyphenated word (`in-context`) is a content word.
  mutating func read(_ tokens: ArraySlice<Corpus.Token>, of text: String, isTitle: Bool) {
    var copy = text
    copy.withUTF8 { bytes in
      let isShouted = isTitle && !bytes.contains { $0 &- 0x61 < 26 }
      var sentence = tokens.startIndex
      var end = 0
      var wasContent = false
      var isAfterOf = false
      for at in tokens.indices {
        let token = tokens[at]
        let start = Int(token.start)
        // Pairs of Han characters overlap, so that a token may start before the last one's end.
        if token.gap == .punctuation, endsSentence(bytes, min(end, start)..<start) { sentence = at }
        let isContent = isContent(tokens, at)
        if isContent {
          let joint = joint(token.gap, isAfterContent: wasContent, isAfterOf: isAfterOf, isPossessive: start > end + 2)
          words.append(token.word)
          joints.append(at == tokens.startIndex ? .boundary : joint)
          let isClosed = isClosed(tokens, at)
          let isAdjective =
            isClosed && at > tokens.startIndex && token.gap == .space && counter.role(tokens[at - 1].word) == .copula
          counter.count(token.word, isClosed: isClosed, isVerb: isVerb(tokens, at), isAdjective: isAdjective)
          isBeforeOf.append(
            at + 1 < tokens.endIndex && tokens[at + 1].gap == .space && counter.role(tokens[at + 1].word) == .of)
          if !isShouted {
            counter.countCase(
              token.word, written: UnsafeBufferPointer(rebasing: bytes[start..<start + Int(token.length)]),
              isInsideSentence: !isTitle && at > sentence)
          }
        }
        isAfterOf = wasContent && token.gap == .space && counter.role(token.word) == .of
        wasContent = isContent
        end = start + Int(token.length)
      }
    }
  }

  private func isContent(_ tokens: ArraySlice<Corpus.Token>, _ at: Int) -> Bool {
    counter.role(tokens[at].word) == .content
      || tokens[at].gap == .hyphen && at > tokens.startIndex
      || at + 1 < tokens.endIndex && tokens[at + 1].gap == .hyphen
  }

  private func joint(
    _ gap: WordScanner.Gap, isAfterContent: Bool, isAfterOf: Bool, isPossessive: Bool
  ) -> ContentStream.Joint {
    switch gap {
    case .hyphen: .hyphen
    case .space: isAfterContent ? isPossessive ? .possessive : .space : isAfterOf ? .of : .boundary
    default: .boundary
    }
  }

  /// True where no content word follows directly.
  private func isClosed(_ tokens: ArraySlice<Corpus.Token>, _ at: Int) -> Bool {
    guard at + 1 < tokens.endIndex else { return true }
    return switch tokens[at + 1].gap {
    case .hyphen: false
    case .space: !isContent(tokens, at + 1)
    default: true
    }
  }

  /// True where the words around tell of a verb: `we …`, `to …`, `… the`.
  private func isVerb(_ tokens: ArraySlice<Corpus.Token>, _ at: Int) -> Bool {
    if at + 1 < tokens.endIndex, tokens[at + 1].gap == .space, counter.role(tokens[at + 1].word) == .determiner {
      return true
    }
    return at > tokens.startIndex && tokens[at].gap == .space && counter.role(tokens[at - 1].word) == .subject
  }

  private func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>) -> Bool {
    gap.contains { bytes[$0] == 0x2E || bytes[$0] == 0x3F || bytes[$0] == 0x21 || bytes[$0] == 0x3A }
  }
}
