/// What a publisher sets in `offprint.yml`; every key has a default.
public struct Configuration: Sendable, Equatable {
  /// Name of the collection.
  public var title = "Offprint"
  /// One sentence under the name and in feeds; nil lets the figures speak.
  public var description: String?
  /// Address that the site will have, ending in a slash; nil where it is not known.
  public var baseURL: String?
  /// Day of the edition, ISO 8601; nil leaves every date out.
  public var date: String?
  /// BCP 47 language of the pages.
  public var language = "en"
  /// Colour of labels, marks and links, for the light and the dark look.
  public var colours = Colours()
  /// Input files below the site's folder; nil takes every file of `dumps`.
  public var dumps: [String]?
  /// Output folder below the site's folder.
  public var output = "public"
  /// Number of topics; nil lets the collection decide.
  public var topics: Int?
  /// File of the publisher's own vectors below the site's folder; nil lets the words alone place the papers.
  public var embeddings: String?
  /// Keep the Markdown of every page beside its HTML.
  public var markdown = false

  public init() {}
}
