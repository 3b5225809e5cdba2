import Papers

/// What one edition has that the one before it had not, and the other way about; empty for a first edition.
public struct EditionChanges: Sendable, Equatable {
  /// A topic that goes by another name.
  public struct Renaming: Sendable, Equatable {
    public var id: String
    public var from: String

    public init(id: String, from: String) {
      self.id = id
      self.from = from
    }
  }

  /// A topic that went, and the id of the one that has most of its papers now.
  public struct Departure: Sendable, Equatable {
    public var name: String
    public var to: String?

    public init(name: String, to: String? = nil) {
      self.name = name
      self.to = to
    }
  }

  /// Papers that came, sorted.
  public var newPapers: [PaperID] = []
  /// How many papers went.
  public var gonePapers = 0
  /// Ids of topics that came, sorted.
  public var newTopics: [String] = []
  /// Sorted by id.
  public var renamedTopics: [Renaming] = []
  /// Sorted by name.
  public var goneTopics: [Departure] = []

  public init() {}

  public var isEmpty: Bool { self == EditionChanges() }
}
