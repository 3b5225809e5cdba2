import Papers
import Text

/// The content words of all papers in order, each with how it is joined to the one before it.
///
/// Stop words and punctuation are folded into `Joint.boundary`, so that a phrase is a run of words whose
/// inner joints are no boundaries. A stop word inside a hyphenated word (`in-context`) is a content word.
struct ContentStream: Sendable {
  /// Index into the corpus's words.
  private(set) var words: [Int32] = []
  private(set) var joints: [Joint] = []
  /// First content word of each paper, and the total at the end.
  private(set) var starts: [Int] = [0]
  /// First content word of each paper that stands in the abstract.
  private(set) var titleEnds: [Int] = []
  /// What the collection tells of each word.
  private(set) var lexicon: Lexicon

  init(_ corpus: Corpus, _ papers: [Paper]) {
    lexicon = Lexicon(corpus.words)
    words.reserveCapacity(corpus.documents.reduce(0) { $0 + $1.tokens.count } * 2 / 3)
    joints.reserveCapacity(words.capacity)
    for (document, paper) in zip(corpus.documents, papers) {
      append(document.tokens[..<document.titleCount], of: paper.title, isTitle: true)
      titleEnds.append(words.count)
      append(document.tokens[document.titleCount...], of: paper.abstract, isTitle: false)
      starts.append(words.count)
    }
    lexicon.settle()
  }

  /// Number of papers.
  var papers: Int { titleEnds.count }

  /// Content words of paper `paper`.
  func range(of paper: Int) -> Range<Int> { starts[paper]..<starts[paper + 1] }

  private mutating func append(_ tokens: ArraySlice<Corpus.Token>, of text: String, isTitle: Bool) {
    var copy = text
    copy.withUTF8 { bytes in
      let isShouted = isTitle && !bytes.contains { $0 &- 0x61 < 26 }
      var sentence = 0
      for at in tokens.indices {
        let token = tokens[at]
        let start = Int(token.start)
        // Pairs of Han characters overlap, so that a token may start before the last one's end.
        let end = at > tokens.startIndex ? Int(tokens[at - 1].start) + Int(tokens[at - 1].length) : 0
        if token.gap == .punctuation, endsSentence(bytes, min(end, start)..<start) { sentence = at }
        guard isContent(tokens, at) else { continue }
        words.append(token.word)
        joints.append(joint(tokens, at, isPossessive: start > end + 2))
        lexicon.count(token.word, isClosed: isClosed(tokens, at), isVerb: isVerb(tokens, at))
        if !isShouted {
          lexicon.countCase(
            token.word,
            written: UnsafeBufferPointer(rebasing: bytes[start..<start + Int(token.length)]),
            isInsideSentence: !isTitle && at > max(sentence, tokens.startIndex))
        }
      }
    }
  }
}

extension ContentStream {
  /// How a content word is joined to the content word before it.
  enum Joint: UInt8, Sendable {
    /// Punctuation, a stop word or the start of a text stands between them.
    case boundary
    case space
    case hyphen
    /// A possessive: `Parkinson's disease`.
    case possessive
    /// One `of` between blanks: `mixture of experts`.
    case of

    /// What stands between the words when they are written out.
    var text: String {
      switch self {
      case .boundary, .space: " "
      case .hyphen: "-"
      case .possessive: "'s "
      case .of: " of "
      }
    }
  }

  private func isContent(_ tokens: ArraySlice<Corpus.Token>, _ at: Int) -> Bool {
    lexicon.role(tokens[at].word) == .content
      || tokens[at].gap == .hyphen && at > tokens.startIndex
      || at + 1 < tokens.endIndex && tokens[at + 1].gap == .hyphen
  }

  private func joint(_ tokens: ArraySlice<Corpus.Token>, _ at: Int, isPossessive: Bool) -> Joint {
    guard at > tokens.startIndex else { return .boundary }
    if tokens[at].gap == .hyphen { return .hyphen }
    guard tokens[at].gap == .space else { return .boundary }
    if isContent(tokens, at - 1) { return isPossessive ? .possessive : .space }
    let before = tokens[at - 1]
    let isOf = lexicon.isOf(before.word) && before.gap == .space && at - 2 >= tokens.startIndex
    return isOf && isContent(tokens, at - 2) ? .of : .boundary
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
    if at + 1 < tokens.endIndex, tokens[at + 1].gap == .space, lexicon.role(tokens[at + 1].word) == .determiner {
      return true
    }
    return at > tokens.startIndex && tokens[at].gap == .space && lexicon.role(tokens[at - 1].word) == .subject
  }

  private func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>) -> Bool {
    gap.contains { bytes[$0] == 0x2E || bytes[$0] == 0x3F || bytes[$0] == 0x21 || bytes[$0] == 0x3A }
  }
}
