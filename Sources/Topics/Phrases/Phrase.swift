/// A run of one to four content words that recurs, counted under the stems of its words.
struct Phrase: Sendable, Equatable {
  /// Most content words that a phrase may have.
  static let longest = 4

  /// Words of the best written form, and how each is joined to the one before it; `PhraseIndex.words` holds them.
  var start: Int32
  var length: UInt8
  /// Papers that hold it, and those that hold it in the title.
  var papers: Int32 = 0
  var titlePapers: Int32 = 0
  /// Papers that write it out in full.
  var spelledOut: Int32 = 0
  /// Uses in any form.
  var uses: Int32 = 0
  /// Uses of the best form, and those of them that no content word follows.
  var formUses: Int32 = 0
  var formClosed: Int32 = 0
  /// Uses without a content word or an `of` beside them.
  var aloneUses: Int32 = 0
  /// Uses that end a phrase that begins before them, or wait for an `of`.
  var headUses: Int32 = 0
  /// Uses that begin or end with half of a hyphenated word.
  var cutUses: Int32 = 0
  /// Share of its uses that stand after its commonest left neighbour, 0...1; 0 where it is below a third.
  var leftShare: Float = 0
  /// How good a name it is, whatever the topic: 0 never, 1 typical of a good one.
  var quality: Float = 0
  /// How much its papers are about one thing: 1 where they are alike, less where they are any papers.
  var focus: Float = 1
  /// True for a short form whose long form is a phrase of its own.
  var isShortForm = false
  /// First of its papers in `PhraseIndex.postings`.
  var firstPosting: Int32 = 0

  init(start: Int32, length: Int) {
    self.start = start
    self.length = UInt8(length)
  }

  /// Notes a use.
  @inline(__always)
  mutating func count(isWhole: Bool, isClosed: Bool, isAlone: Bool) {
    uses += 1
    if !isWhole { cutUses += 1 }
    if isClosed {
      if isAlone { aloneUses += 1 } else { headUses += 1 }
    }
  }
}
