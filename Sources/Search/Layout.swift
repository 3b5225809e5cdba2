/// How the index is cut into parts.
struct Layout: Sendable {
  /// Up to so many papers all but the abstracts stands in one file.
  static let wholePapers = 2000
  /// Pieces of the kinds that a first search reads, so many that one piece is small, so few that a site of any size
  /// stays below a thousand files.
  static let mostWordParts = 280
  static let mostRowParts = 420
  static let mostTitleParts = 64
  static let mostAbstractParts = 110
  static let mostTailParts = 24
  static let mostSpellingParts = 16

  /// Whether the words, titles, rows and facets stand in the index file itself.
  var isWhole: Bool
  /// Bytes of JSON, about, at which a part of words is closed, more where there would be too many parts.
  var wordBytes: Int
  /// Postings of one word that stand beside it, more where more titles hold it; the rest, of lower weight, stands apart.
  var headPostings: Int
  /// Bytes at which a part of such rests, and one of known words, is closed, more where there would be too many.
  var tailBytes = 500_000
  var spellingBytes = 90_000
  var rowsPerPart: Int
  var titlesPerPart: Int
  /// Bytes of abstracts at which a part is closed.
  var abstractBytes: Int
  /// Parts that one script twin holds.
  var bundle: Int

  /// Bytes of JSON up to which a part of that name stands in a whole index's own file: a long list of keywords or
  /// authors is needed only where results are narrowed, and stands apart.
  static func insideBytes(_ name: String) -> Int { name.hasPrefix("f/") ? 16_000 : .max }

  init(papers: Int, abstractBytes total: Int) {
    isWhole = papers <= Self.wholePapers
    wordBytes = isWhole ? .max : 16_000
    headPostings = isWhole ? .max : 1500
    rowsPerPart = isWhole ? max(1, papers) : max(50, (papers + Self.mostRowParts - 1) / Self.mostRowParts)
    titlesPerPart = isWhole ? .max : max(400, (papers + Self.mostTitleParts - 1) / Self.mostTitleParts)
    abstractBytes = max(20_000, total / Self.mostAbstractParts)
    bundle = isWhole ? 1 : 32
  }
}
