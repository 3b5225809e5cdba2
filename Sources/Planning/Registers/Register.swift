/// An index of the collection by one detail of its papers: who wrote them, where and when they appeared, under which
/// headings the input has them.
public struct Register: Sendable, Equatable {
  /// The detail; an edition has a register only where its input tells of it.
  public enum Kind: String, Sendable, CaseIterable {
    case authors, venues, years, categories
    /// Keywords that the input gives, not those inferred.
    case givenKeywords = "given-keywords"

    /// Address of the whole register.
    public var index: SitePath { SitePath("\(rawValue)/index.html") }
  }

  /// One value of the detail, with the papers that have it.
  public struct Entry: Sendable, Equatable {
    /// As running text has it: `Ada Lovelace`.
    public var name: String
    /// As an alphabetical list has it: `Lovelace, Ada`.
    public var listName: String
    /// Indices of papers, each once: those of the latest year first, then in the library's order.
    public var papers: [Int]
    /// The pages of its list; none where a single paper has the value and so stands for it.
    public var pages: [SitePath] = []

    public init(name: String, listName: String, papers: [Int], pages: [SitePath] = []) {
      self.name = name
      self.listName = listName
      self.papers = papers
      self.pages = pages
    }
  }

  public let kind: Kind
  /// Alphabetical within each letter of `letters`; years the latest first.
  public internal(set) var entries: [Entry]
  /// The letters of the index, or the decades of the years. Their pages are the index itself where it fits on one.
  public internal(set) var letters: [Letter] = []
  /// The entries of each paper, in the order in which the paper has them.
  public internal(set) var entriesOfPaper: [[Int]]

  /// Where an entry's name leads: its own page, or its only paper.
  public func path(of entry: Int, in plan: SitePlan) -> SitePath {
    let value = entries[entry]
    return value.pages.first ?? plan.papers[value.papers[0]]
  }
}
