import Papers
import Text

/// The words of all papers, interned, with the gaps that phrases and features need.
///
/// Shape: one token array per paper, title first; word ids are dense and numbered in order of first
/// appearance, so they depend on the papers alone.
struct Corpus: Sendable {
  /// One word of a text.
  struct Token: Sendable, Equatable {
    /// Index into `Corpus.words`: the folded form.
    var word: Int32
    /// Byte offset of the written form in the paper's title or abstract.
    var start: Int32
    /// Bytes of the written form, without a possessive `'s`.
    var length: UInt8
    /// What stands before it.
    var gap: WordScanner.Gap
  }

  /// One paper.
  struct Document: Sendable {
    /// Those of the title first; the first one of title and abstract each has no space or hyphen before it.
    var tokens: [Token]
    /// How many of `tokens` come from the title.
    var titleCount: Int
  }

  var documents: [Document]
  /// Folded form of every word: lower case, canonical composition.
  var words: [String]

  /// Reads the words of `papers`; formulas, TeX commands and addresses are left out and leave a
  /// `punctuation` gap.
  init(_ papers: [Paper]) {
    var table = WordTable()
    var documents: [Document] = []
    documents.reserveCapacity(papers.count)
    for paper in papers {
      var reader = TokenReader()
      reader.read(paper.title, into: &table)
      let titleCount = reader.tokens.count
      reader.read(paper.abstract, into: &table)
      documents.append(Document(tokens: reader.tokens, titleCount: titleCount))
    }
    self.documents = documents
    words = table.words
  }
}

extension Corpus {
  /// The written form of token `index` of document `document`, as `papers` have it.
  func written(_ index: Int, of document: Int, in papers: [Paper]) -> String {
    let token = documents[document].tokens[index]
    let text = index < documents[document].titleCount ? papers[document].title : papers[document].abstract
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: Int(token.start))
    return String(text[start..<bytes.index(start, offsetBy: Int(token.length))])
  }
}
