import Papers
import Topics

/// The address of every page of the site, known and unique before the first page is made.
public struct SitePlan: Sendable, Equatable {
  public var papers: [SitePath]
  public var topics: [SitePath]
  public var themes: [SitePath]
  public var keywords: [SitePath]
  public var dumps: [SitePath]

  public init(
    papers: [SitePath] = [], topics: [SitePath] = [], themes: [SitePath] = [], keywords: [SitePath] = [],
    dumps: [SitePath] = []
  ) {
    self.papers = papers
    self.topics = topics
    self.themes = themes
    self.keywords = keywords
    self.dumps = dumps
  }
}

/// Pages of which there is one.
extension SitePath {
  public static let topicIndex = SitePath("topics/index.html")
  public static let keywordIndex = SitePath("keywords/index.html")
  public static let paperIndex = SitePath("titles/index.html")
  public static let dumpIndex = SitePath("dumps/index.html")
  public static let map = SitePath("map.html")
  public static let glossary = SitePath("glossary.html")
  public static let readingList = SitePath("list.html")
  public static let search = SitePath("search.html")
  public static let report = SitePath("report.html")
  public static let notFound = SitePath("404.html")
}
