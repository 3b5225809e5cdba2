import Diagnostics

/// One entry of a dump as its reader understood it, before mending and merging.
public struct Record: Sendable, Equatable {
  /// The identifier that the input gives the paper, such as an arXiv id; nil where it gives none.
  public var sourceID: String?
  /// Whether that identifier is a label of its own file, such as a BibTeX key, which another paper may bear elsewhere.
  public var hasLocalID = false
  /// Title and abstract exactly as the input has them (decoded, control characters out).
  public var title: String
  public var abstract: String
  /// 1 for the first entry of its dump.
  public var rank: Int
  /// Where the entry starts.
  public var position: SourcePosition
  public var details: Details
  /// The texts before an earlier edition mended them, where the input is such an edition.
  public var sourceTitle: String?
  public var sourceAbstract: String?
  /// Whether title and abstract are TeX through and through, so that their braces are no characters of theirs.
  public var isTeX = false

  public init(
    sourceID: String? = nil, title: String, abstract: String, rank: Int, position: SourcePosition,
    details: Details = Details()
  ) {
    self.sourceID = sourceID
    self.title = title
    self.abstract = abstract
    self.rank = rank
    self.position = position
    self.details = details
  }
}
