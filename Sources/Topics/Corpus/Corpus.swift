import Papers
import Parallel
import Text

/// The words of all papers, interned, with the gaps that phrases and features need.
///
/// Shape: the tokens of all papers in one array, paper after paper, the title's first; word ids are dense and
/// numbered in order of first appearance, so they depend on the papers alone.
struct Corpus: Sendable {
  /// One word of a text, packed into eight bytes.
  struct Token: Sendable, Equatable {
    /// From the lowest bit: 3 of the gap, 7 of the length, 22 of the start, 32 of the word.
    private var bits: UInt64

    /// Texts are read as far as this, in bytes.
    static let longestText = 1 << 22

    init(word: Int32, start: Int, length: Int, gap: WordScanner.Gap) {
      bits = UInt64(UInt32(word)) << 32 | UInt64(start) << 10 | UInt64(length) << 3 | UInt64(gap.rawValue)
    }

    /// Index into `Corpus.words`: the folded form.
    @inline(__always)
    var word: Int32 { Int32(truncatingIfNeeded: bits >> 32) }

    /// The same with the word that `numbers` has for its own.
    @inline(__always)
    func renumbered(_ numbers: [Int32]) -> Token {
      var token = self
      token.bits = UInt64(UInt32(numbers[Int(word)])) << 32 | bits & 0xFFFF_FFFF
      return token
    }

    /// Byte offset of the written form in the paper's title or abstract.
    @inline(__always)
    var start: Int { Int(bits >> 10 & 0x3F_FFFF) }

    /// Bytes of the written form, without a possessive `'s`.
    @inline(__always)
    var length: Int { Int(bits >> 3 & 0x7F) }

    /// Where the written form ends.
    @inline(__always)
    var end: Int { start + length }

    /// What stands before it.
    @inline(__always)
    var gap: WordScanner.Gap { WordScanner.Gap(rawValue: UInt8(bits & 7)) ?? .punctuation }
  }

  private let store: TokenStore
  /// First token of each paper, and the total at the end.
  let starts: [Int]
  /// First token of each paper that stands in the abstract.
  let titleEnds: [Int]
  private let table: WordTable

  /// Reads the words of `papers`; formulas, TeX commands and addresses are left out and leave a
  /// `punctuation` gap.
  init(_ papers: [Paper], slices: Slices = Slices(threads: 1)) {
    let size = slices.threads == 1 ? papers.count : max(1_024, papers.count / (2 * slices.threads) + 1)
    var parts = slices.map(papers.count, sliceSize: size) { Part(papers[$0]) }
    var starts = [0]
    var titleEnds: [Int] = []
    for part in parts {
      let first = starts[starts.count - 1]
      titleEnds += part.titleEnds.lazy.map { $0 + first }
      starts += part.ends.lazy.map { $0 + first }
    }
    self.starts = starts
    self.titleEnds = titleEnds
    if parts.count == 1 {
      (store, table) = (TokenStore(parts[0].reader.tokens), parts[0].reader.table)
    } else {
      (store, table) = Self.joined(&parts)
    }
  }

  /// The tokens of all parts, with words numbered as if they had been read in one.
  private static func joined(_ parts: inout [Part]) -> (TokenStore, WordTable) {
    var table = WordTable()
    let numbers = parts.map { part in part.reader.table.words.map { table.word($0) } }
    let total = parts.reduce(0) { $0 + $1.reader.tokens.count }
    let tokens = [Token](unsafeUninitializedCapacity: total) { tokens, count in
      var end = total
      // From the last on, so that each is gone when the next is copied.
      while let part = parts.popLast() {
        end -= part.reader.tokens.count
        for (at, token) in part.reader.tokens.enumerated() {
          tokens.initializeElement(at: end + at, to: token.renumbered(numbers[parts.count]))
        }
      }
      count = total
    }
    return (TokenStore(tokens), table)
  }

  /// Some papers read one after the other, with words numbered among themselves.
  private struct Part: Sendable {
    var reader: TokenReader
    /// Tokens up to the end of each title and of each paper.
    var titleEnds: [Int] = []
    var ends: [Int] = []

    init(_ papers: ArraySlice<Paper>) {
      reader = TokenReader(bytes: papers.reduce(0) { $0 + $1.title.utf8.count + $1.abstract.utf8.count })
      for paper in papers {
        reader.read(paper.title)
        titleEnds.append(reader.tokens.count)
        reader.read(paper.abstract)
        ends.append(reader.tokens.count)
      }
    }
  }
}

extension Corpus {
  /// Folded form of every word: lower case, canonical composition.
  var words: [String] { table.words }

  /// Papers up to this number keep their tokens, which takes memory, but spares reading some texts again.
  static let mostForTokens = 5_000

  /// The first token each of a title and an abstract has no space or hyphen before it; none where they are forgotten.
  var tokens: [Token] { store.tokens }

  /// Lets go of all tokens, for which there is no more use in large collections than for the memory; copies of the corpus
  /// forget them too.
  func forgetTokens() { store.clear() }

  /// The tokens of the abstract of `paper`, read anew from its `text` where they are forgotten.
  func abstractTokens(of paper: Int, _ text: String) -> ArraySlice<Token> {
    let tokens = tokens
    if !tokens.isEmpty { return tokens[abstract(of: paper)] }
    var reader = TokenReader(table: table)
    reader.read(text)
    return reader.tokens[...]
  }

  /// Number of papers.
  var papers: Int { titleEnds.count }

  /// Tokens of the title of `paper`.
  func title(of paper: Int) -> Range<Int> { starts[paper]..<titleEnds[paper] }

  /// Tokens of the abstract of `paper`.
  func abstract(of paper: Int) -> Range<Int> { titleEnds[paper]..<starts[paper + 1] }

  /// All tokens of `paper`.
  func range(of paper: Int) -> Range<Int> { starts[paper]..<starts[paper + 1] }
}
