/// What the search index holds of one paper.
public struct SearchDocument: Sendable, Equatable {
  /// Short content id of the paper.
  public var id: String
  /// Plain text, TeX flattened.
  public var title: String
  public var abstract: String
  /// Address of the paper's page from the site's root: `papers/slug.html`.
  public var path: String
  /// Where it was seen, as lists show it: `Fourth dump, rank 11`.
  public var note: String
  /// Offset and length in UTF-8 bytes of the sentence in `abstract` that says what the paper adds.
  public var say: Range<Int>?
  /// Facet name to values: topic, theme, keyword, dump, kind, author, venue, year, category, given-keyword, has.
  public var facets: [SearchFacet]

  public init(
    id: String, title: String, abstract: String, path: String, note: String = "", say: Range<Int>? = nil,
    facets: [SearchFacet] = []
  ) {
    self.id = id
    self.title = title
    self.abstract = abstract
    self.path = path
    self.note = note
    self.say = say
    self.facets = facets
  }
}

/// The values that a paper has in one facet.
public struct SearchFacet: Sendable, Equatable {
  public var name: String
  /// Value to show and, where it has a page, its address from the site's root.
  public var values: [Value]

  public struct Value: Sendable, Equatable, Hashable {
    public var label: String
    public var path: String?

    public init(_ label: String, path: String? = nil) {
      self.label = label
      self.path = path
    }
  }

  public init(_ name: String, _ values: [Value]) {
    self.name = name
    self.values = values
  }
}
