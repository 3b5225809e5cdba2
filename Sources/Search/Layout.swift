/// How the index is cut into parts.
struct Layout: Sendable {
  /// Up to so many papers all but the abstracts stands in one file.
  static let wholePapers = 2000
  /// No kind of part is cut into more pieces than this, so that a large site stays below a thousand files.
  static let mostPieces = 240

  /// Whether the words, titles, rows and facets stand in the index file itself.
  var isWhole: Bool
  /// Bytes of JSON at which a part of words is closed.
  var wordBytes: Int
  /// Postings of one word that stand beside it; the rest, of lower weight, stands apart.
  var headPostings: Int
  var rowsPerPart: Int
  var titlesPerPart: Int
  /// Bytes of abstracts at which a part is closed.
  var abstractBytes: Int
  /// Parts that one script twin holds.
  var bundle: Int

  init(papers: Int, abstractBytes total: Int) {
    isWhole = papers <= Self.wholePapers
    wordBytes = isWhole ? .max : 40_000
    headPostings = isWhole ? .max : 2000
    rowsPerPart = isWhole ? max(1, papers) : max(100, (papers + Self.mostPieces - 1) / Self.mostPieces)
    titlesPerPart = isWhole ? .max : 400
    abstractBytes = max(20_000, total / Self.mostPieces)
    bundle = isWhole ? 1 : 8
  }
}
