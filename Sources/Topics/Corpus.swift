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
    /// Byte offset and length of the written form in the paper's title or abstract.
    var start: Int32
    var length: Int32
    /// What stands before it.
    var gap: WordScanner.Gap
  }

  /// One paper.
  struct Document: Sendable {
    var tokens: [Token]
    /// How many of `tokens` come from the title.
    var titleCount: Int
  }

  var documents: [Document]
  /// Folded form of every word: lower case, canonical composition.
  var words: [String]
}
