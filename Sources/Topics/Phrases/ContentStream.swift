import Papers

/// The content words of all papers in order, each with how it is joined to the one before it.
///
/// Stop words and punctuation are folded into `Joint.boundary`, so that a phrase is a run of words whose
/// inner joints are no boundaries. A class, so that handing it on copies nothing.
final class ContentStream: Sendable {
  /// One more than there are: after the last one of all stands a word behind a boundary.
  let words: [ContentWord]
  /// First content word of each paper, and the total at the end.
  let starts: [Int]
  /// First content word of each paper that stands in the abstract.
  let titleEnds: [Int]
  /// What the collection tells of each word.
  let lexicon: Lexicon

  init(_ corpus: Corpus, _ papers: [Paper]) {
    var reader = ContentReader(corpus)
    var titleEnds: [Int] = []
    var starts = [0]
    corpus.tokens.withUnsafeBufferPointer { tokens in
      for (number, paper) in papers.enumerated() {
        let title = UnsafeBufferPointer(rebasing: tokens[corpus.title(of: number)])
        reader.read(title, of: paper.title, isTitle: true)
        titleEnds.append(reader.words.count)
        let abstract = UnsafeBufferPointer(rebasing: tokens[corpus.abstract(of: number)])
        reader.read(abstract, of: paper.abstract, isTitle: false)
        starts.append(reader.words.count)
      }
    }
    self.starts = starts
    self.titleEnds = titleEnds
    (words, lexicon) = reader.finished()
  }

  /// Number of papers.
  var papers: Int { titleEnds.count }

  /// Content words of paper `paper`.
  func range(of paper: Int) -> Range<Int> { starts[paper]..<starts[paper + 1] }

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

    /// True where the words stand side by side.
    @inline(__always)
    var isDirect: Bool { self != .boundary && self != .of }
  }
}
