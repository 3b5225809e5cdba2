import Text

/// Turns the tokens of one text after the other into content words with joints, and counts their uses.
struct ContentReader {
  private(set) var words: [ContentWord] = []
  private var counter: LexiconCounter

  /// A text while it is read: its tokens with their roles, and its bytes.
  fileprivate struct Passage {
    let tokens: UnsafeBufferPointer<Corpus.Token>
    let roles: UnsafeBufferPointer<WordRole>
    let bytes: UnsafeBufferPointer<UInt8>
  }

  init(_ corpus: Corpus) {
    counter = LexiconCounter(corpus.words)
    // Room for two of three tokens.
    words.reserveCapacity((corpus.starts.last ?? 0) * 2 / 3)
  }

  /// The words with their stems and one behind a boundary after the last, and what the collection tells of them.
  consuming func finished() -> (words: [ContentWord], lexicon: Lexicon) {
    let lexicon = Lexicon(counter)
    for at in words.indices { words[at].stem = lexicon.stems[Int(words[at].word)] }
    words.append(ContentWord(word: 0, joint: .boundary, isBeforeOf: false))
    return (words, lexicon)
  }

  /// Appends the content words of a title or an abstract. `text` is what the tokens were read from.
  ///
  /// A stop word inside a hyphenated word (`in-context`) is a content word.
  mutating func read(_ tokens: UnsafeBufferPointer<Corpus.Token>, of text: String, isTitle: Bool) {
    var copy = text
    let roles = tokens.map { counter.role($0.word) }
    copy.withUTF8 { bytes in
      roles.withUnsafeBufferPointer { roles in
        read(Passage(tokens: tokens, roles: roles, bytes: bytes), isTitle: isTitle)
      }
    }
  }

  private mutating func read(_ passage: Passage, isTitle: Bool) {
    let isShouted = isTitle && !passage.bytes.contains { $0 &- 0x61 < 26 }
    var sentence = 0
    var end = 0
    var wasContent = false
    var isAfterOf = false
    for at in passage.tokens.indices {
      let token = passage.tokens[at]
      let start = token.start
      // Pairs of Han characters overlap, so that a token may start before the last one's end.
      if token.gap == .punctuation, passage.endsSentence(min(end, start)..<start) { sentence = at }
      let isContent = passage.isContent(at)
      if isContent {
        let joint = joint(token.gap, isAfterContent: wasContent, isAfterOf: isAfterOf, isPossessive: start > end + 2)
        words.append(
          ContentWord(
            word: token.word, joint: at == 0 ? .boundary : joint, isBeforeOf: passage.isBeforeOf(at)))
        counter.count(
          token.word, isClosed: passage.isClosed(at), isVerb: passage.isVerb(at),
          isAdjective: passage.isAfterCopula(at))
        if !isShouted {
          counter.countCase(
            token.word, written: UnsafeBufferPointer(rebasing: passage.bytes[start..<token.end]),
            isInsideSentence: !isTitle && at > sentence)
        }
      }
      isAfterOf = wasContent && token.gap == .space && passage.roles[at] == .of
      wasContent = isContent
      end = token.end
    }
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
}

extension ContentReader.Passage {
  fileprivate func isContent(_ at: Int) -> Bool {
    roles[at] == .content || at > 0 && tokens[at].gap == .hyphen
      || at + 1 < tokens.count && tokens[at + 1].gap == .hyphen
  }

  /// True where no content word follows directly.
  fileprivate func isClosed(_ at: Int) -> Bool {
    guard at + 1 < tokens.count else { return true }
    return switch tokens[at + 1].gap {
    case .hyphen: false
    case .space: !isContent(at + 1)
    default: true
    }
  }

  fileprivate func isAfterCopula(_ at: Int) -> Bool { isJoined(at) && roles[at - 1] == .copula }

  fileprivate func isBeforeOf(_ at: Int) -> Bool {
    at + 1 < tokens.count && isJoined(at + 1) && roles[at + 1] == .of
  }

  /// True where the words around tell of a verb: `we …`, `to …`, `… the`.
  fileprivate func isVerb(_ at: Int) -> Bool {
    if at + 1 < tokens.count, isJoined(at + 1), roles[at + 1] == .determiner { return true }
    return isJoined(at) && roles[at - 1] == .subject
  }

  /// True where a blank alone stands between the token and the one before it.
  private func isJoined(_ at: Int) -> Bool { at > 0 && tokens[at].gap == .space }

  fileprivate func endsSentence(_ gap: Range<Int>) -> Bool {
    gap.contains { bytes[$0] == 0x2E || bytes[$0] == 0x3F || bytes[$0] == 0x21 || bytes[$0] == 0x3A }
  }
}
