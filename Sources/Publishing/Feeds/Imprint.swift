import Text

/// What the files around the pages say of the edition as a whole.
public struct Imprint: Sendable, Equatable {
  public var title: String
  public var description: String
  /// Ends in a slash; nil where the site's address is not known.
  public var baseURL: String?
  /// ISO 8601 day; nil where the edition has none.
  public var date: String?
  public var language: String

  public init(title: String, description: String, baseURL: String?, date: String?, language: String) {
    self.title = title
    self.description = description
    self.baseURL = baseURL
    self.date = date
    self.language = language
  }

  /// An identifier that stays the same from edition to edition: a UUID of version 8 drawn from `name`.
  static func urn(_ name: String) -> String { Fingerprint(name).urn }
}

/// A paper as feeds tell of it.
public struct FeedItem: Sendable, Equatable {
  /// Short content id of the paper.
  public var id: String
  public var title: String
  /// Address of its page from the site's root.
  public var path: String
  public var summary: String
  /// ISO 8601 day, where the data has one.
  public var date: String?
  public var authors: [String]
  /// Categories and keywords that the input gives.
  public var tags: [String]

  public init(
    id: String, title: String, path: String, summary: String, date: String? = nil, authors: [String] = [],
    tags: [String] = []
  ) {
    self.id = id
    self.title = title
    self.path = path
    self.summary = summary
    self.date = date
    self.authors = authors
    self.tags = tags
  }
}

/// A list of papers that readers can subscribe to.
public struct Feed: Sendable, Equatable {
  /// Address without extension from the site's root: `feed`, `topics/graphs`.
  public var stem: String
  public var title: String
  /// Address of the page that it goes with, from the site's root.
  public var page: String
  public var items: [FeedItem]

  public init(stem: String, title: String, page: String, items: [FeedItem]) {
    self.stem = stem
    self.title = title
    self.page = page
    self.items = items
  }
}
