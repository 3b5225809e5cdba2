import TeX

/// One paper of the library: the merged view of every entry that told of it.
public struct Paper: Sendable, Equatable {
  public var id: PaperID
  /// The identifier that the first input gave, kept as it was.
  public var sourceID: String?
  /// Mended text: TeX accents and typography as Unicode, formulas still as `$…$`.
  public var title: String
  public var abstract: String
  /// The input's own text, only where mending changed it.
  public var sourceTitle: String?
  public var sourceAbstract: String?
  public var details: Details
  /// Every place where the paper was seen, in order of dump, then rank; never empty.
  public var sightings: [Sighting]

  public init(
    id: PaperID, sourceID: String? = nil, title: String, abstract: String, sourceTitle: String? = nil,
    sourceAbstract: String? = nil, details: Details = Details(), sightings: [Sighting]
  ) {
    self.id = id
    self.sourceID = sourceID
    self.title = title
    self.abstract = abstract
    self.sourceTitle = sourceTitle
    self.sourceAbstract = sourceAbstract
    self.details = details
    self.sightings = sightings
  }
}

extension Paper {
  /// The title with its formulas as plain characters, for all that shows no formulas: `S²SQL`.
  public var plainTitle: String { TeX.plain(title) }

  /// The abstract in the same way.
  public var plainAbstract: String { TeX.plain(abstract) }
}

/// A place where a paper was seen.
public struct Sighting: Sendable, Equatable, Hashable {
  /// Index into `Library.dumps`.
  public var dump: Int
  /// 1 for the first entry of the dump.
  public var rank: Int
  /// Line of the entry in its file, from 1.
  public var line: Int

  public init(dump: Int, rank: Int, line: Int) {
    self.dump = dump
    self.rank = rank
    self.line = line
  }
}
