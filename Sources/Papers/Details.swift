/// What an input may tell of a paper beyond title and abstract; nothing here is ever invented.
public struct Details: Sendable, Equatable {
  public var authors: [Author] = []
  public var year: Int?
  /// Journal, conference or series.
  public var venue: String?
  /// Without resolver: `10.1000/xyz`.
  public var doi: String?
  /// Without version: `2401.01234`.
  public var arxivID: String?
  /// The paper's own address, http or https.
  public var url: String?
  /// ISO 8601 day, `2024-05-03`.
  public var date: String?
  public var volume: String?
  public var issue: String?
  public var pages: String?
  public var publisher: String?
  /// The input's own subject headings, such as `cs.LG`.
  public var categories: [String] = []
  /// Keywords that the input gives, not those inferred.
  public var keywords: [String] = []
  public var upvotes: Int?
  /// Where the input says that the paper's code is, http or https.
  public var codeURL: String?
  /// BCP 47, where the input says it.
  public var language: String?

  public init() {}
}

/// A person as the input writes the name.
public struct Author: Sendable, Equatable, Hashable {
  public var given: String
  public var family: String

  public init(given: String = "", family: String) {
    self.given = given
    self.family = family
  }

  /// Given name first.
  public var full: String { given.isEmpty ? family : "\(given) \(family)" }
}
