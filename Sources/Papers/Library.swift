import Diagnostics

/// All papers of an edition, each once, with where they came from.
public struct Library: Sendable, Equatable {
  /// In a fixed order that does not depend on the order in which the files were named.
  public var dumps: [Dump]
  /// In order of first sighting: dump, then rank.
  public var papers: [Paper]
  public var merges: [Merge]
  public var tally: Tally

  public init(dumps: [Dump], papers: [Paper], merges: [Merge], tally: Tally) {
    self.dumps = dumps
    self.papers = papers
    self.merges = merges
    self.tally = tally
  }
}

/// One input file.
public struct Dump: Sendable, Equatable {
  /// Name to show, from the file's name without folder and extension.
  public var name: String
  /// File name without folder.
  public var file: String
  /// What the reader recognised, such as `text dump` or `JSON Lines`.
  public var format: String
  public var entries: Int
  public var dropped: Int

  public init(name: String, file: String, format: String, entries: Int, dropped: Int) {
    self.name = name
    self.file = file
    self.format = format
    self.entries = entries
    self.dropped = dropped
  }
}

/// An entry that was found to tell of a paper seen before.
public struct Merge: Sendable, Equatable {
  /// Why the two are one paper.
  public enum Reason: String, Sendable {
    case sameID = "same id", sameDOI = "same DOI", sameTitle = "same title", nearAbstract = "nearly the same abstract"
  }
  /// Index into `Library.papers`.
  public var paper: Int
  public var sighting: Sighting
  public var reason: Reason
  /// Title of the merged entry where it differs from the paper's.
  public var otherTitle: String?

  public init(paper: Int, sighting: Sighting, reason: Reason, otherTitle: String? = nil) {
    self.paper = paper
    self.sighting = sighting
    self.reason = reason
    self.otherTitle = otherTitle
  }
}

/// Entries in = papers + merged + dropped.
public struct Tally: Sendable, Equatable {
  public var read: Int
  public var papers: Int
  public var merged: Int
  public var dropped: Int

  public init(read: Int = 0, papers: Int = 0, merged: Int = 0, dropped: Int = 0) {
    self.read = read
    self.papers = papers
    self.merged = merged
    self.dropped = dropped
  }
}
