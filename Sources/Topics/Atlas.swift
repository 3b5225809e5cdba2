/// What the analysis found: topics, themes, keywords and the place of every paper among them.
///
/// Papers, topics, themes and keywords are named by their index.
public struct Atlas: Sendable, Equatable {
  /// Largest first, a leftover topic last.
  public var topics: [Topic]
  public var themes: [Theme]
  /// Sorted by name.
  public var keywords: [Keyword]
  /// One per paper, in the library's order.
  public var placements: [Placement]
  /// Words and phrases that related papers share, in their commonest written form.
  public var sharedPhrases: [String]
  /// Short forms that the papers define, sorted by short form.
  public var acronyms: [Acronym]
  /// Figures of the analysis for the report, name and value, in a fixed order.
  public var figures: [Figure]
  /// Papers that came since the topics were found; nil where they were found anew.
  public var drift: Int?

  public init(
    topics: [Topic] = [], themes: [Theme] = [], keywords: [Keyword] = [], placements: [Placement] = [],
    acronyms: [Acronym] = [], figures: [Figure] = [], sharedPhrases: [String] = []
  ) {
    self.topics = topics
    self.themes = themes
    self.keywords = keywords
    self.placements = placements
    self.acronyms = acronyms
    self.figures = figures
    self.sharedPhrases = sharedPhrases
  }

  /// What a paper and its neighbour have in common, most telling first.
  public func phrases(sharedBy neighbour: Neighbour) -> [String] {
    var phrases: [String] = []
    phrases.reserveCapacity(SharedNumbers.most)
    forEachPhrase(sharedBy: neighbour) { phrases.append($0) }
    return phrases
  }

  /// Hands over the same, one after another.
  public func forEachPhrase(sharedBy neighbour: Neighbour, _ body: (String) -> Void) {
    neighbour.shared.forEach { body(sharedPhrases[$0]) }
  }
}

/// A measured value of the analysis.
public struct Figure: Sendable, Equatable {
  public var name: String
  public var value: Double

  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}
