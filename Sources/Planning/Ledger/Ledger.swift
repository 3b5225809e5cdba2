import Papers
import Topics

/// What an edition remembers of the one before, so that topics keep their addresses and names.
///
/// It is a small file that a person may edit: rename a topic, pin it, merge it into another, forbid a name.
public struct Ledger: Sendable, Equatable {
  /// A topic as the last edition had it.
  public struct Entry: Sendable, Equatable {
    /// Last part of its address, without extension.
    public var id: String
    /// The name that was inferred when the topic first came up.
    public var name: String
    /// The name that the edition showed, where that was not `name`.
    public var shown: String?
    /// A person's name for it, which wins over every inferred one.
    public var rename: String?
    /// Held on to, whatever of its papers are left.
    public var isPinned = false
    /// Id of the topic that it is to be part of.
    public var mergeInto: String?
    /// Papers whose best topic it was, sorted.
    public var papers: [PaperID]

    public init(id: String, name: String, papers: [PaperID]) {
      self.id = id
      self.name = name
      self.papers = papers
    }
  }

  /// An address that led to a topic once, and the topic that took its papers over.
  public struct Move: Sendable, Equatable {
    public var from: String
    public var to: String

    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// What the topics were found of, so that they stay while that hardly changes.
  public struct Basis: Sendable, Equatable {
    /// Fingerprint of the papers' texts when the topics were found.
    public var papers: String
    /// Fingerprint of the settings that topics depend on.
    public var settings: String
    /// Papers that came since.
    public var drift: Int

    public init(papers: String, settings: String, drift: Int) {
      self.papers = papers
      self.settings = settings
      self.drift = drift
    }
  }

  public var entries: [Entry]
  /// Ids of the topics of each theme.
  public var themes: [[String]] = []
  /// Nil in a ledger that does not tell; topics are then found anew.
  public var basis: Basis?
  /// Sorted by `from`.
  public var moves: [Move]
  /// How the pages of each kind lie; nil in a ledger that does not tell.
  public var layout: FolderLayout?
  /// The pages of keywords, so that those which the next edition lacks can be told.
  public var keywords: [SitePath] = []
  /// Pages of topics and keywords that no edition since has had, sorted.
  public var gone: [SitePath] = []
  /// Names that no topic may have, as a person wrote them.
  public var forbidden: [String]
  /// What the last edition that differed from the one before it changed.
  public var changes: EditionChanges

  /// How the pages lay in the edition before: straight in their folders where there was one that does not tell.
  public var standingLayout: FolderLayout { layout ?? (entries.isEmpty ? FolderLayout() : .undivided) }

  public init(
    entries: [Entry] = [], moves: [Move] = [], forbidden: [String] = [], changes: EditionChanges = EditionChanges()
  ) {
    self.entries = entries
    self.moves = moves
    self.forbidden = forbidden
    self.changes = changes
  }
}
