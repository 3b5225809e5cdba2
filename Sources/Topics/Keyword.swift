/// A phrase that recurs in several papers and makes a useful index page.
public struct Keyword: Sendable, Equatable {
  public var name: String
  /// Papers that it was chosen for: those with it in the title first, then by weight.
  public var papers: [Int]
  /// How many of `papers` have it in the title.
  public var titleCount: Int
  /// Keywords that stand beside it more often than chance has it, strongest first.
  public var goesWith: [Int] = []
  /// Topics that its papers live in, with the number of papers, most first.
  public var topics: [TopicCount] = []
  /// Index into `Atlas.acronyms` where it has a short form.
  public var acronym: Int?

  public init(name: String, papers: [Int], titleCount: Int = 0) {
    self.name = name
    self.papers = papers
    self.titleCount = titleCount
  }
}

/// So many papers of a topic.
public struct TopicCount: Sendable, Equatable {
  public var topic: Int
  public var count: Int

  public init(topic: Int, count: Int) {
    self.topic = topic
    self.count = count
  }
}

/// A short form with what it stands for in this collection.
public struct Acronym: Sendable, Equatable {
  /// Singular, as most papers write it.
  public var short: String
  /// Most frequent first; more than one is a collision.
  public var expansions: [Expansion]
  /// Papers that use the short form, in the library's order.
  public var papers: [Int]

  public init(short: String, expansions: [Expansion], papers: [Int]) {
    self.short = short
    self.expansions = expansions
    self.papers = papers
  }
}

/// A long form and the papers that define the short form so.
public struct Expansion: Sendable, Equatable {
  public var long: String
  public var papers: [Int]

  public init(long: String, papers: [Int]) {
    self.long = long
    self.papers = papers
  }
}
