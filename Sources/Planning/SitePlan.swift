/// The address of every page of the site, known and unique before the first page is made.
public struct SitePlan: Sendable, Equatable {
  /// One per paper, in the library's order.
  public var papers: [SitePath]
  /// First page of each topic, theme, keyword and dump, in the order of the atlas and the library.
  public var topics: [SitePath]
  public var themes: [SitePath]
  public var keywords: [SitePath]
  public var dumps: [SitePath]
  /// All pages of each, the first included.
  public var topicPages: [[SitePath]] = []
  public var keywordPages: [[SitePath]] = []
  public var dumpPages: [[SitePath]] = []
  /// All papers that came in more than one dump; none where the front page shows them all.
  public var agreedPages: [SitePath] = []
  /// Papers by title. Their pages are those of the index itself where it fits on one.
  public var titleLetters: [Letter] = []
  public var keywordLetters: [Letter] = []
  public var glossaryLetters: [Letter] = []
  /// Authors, venues, years and the like, where the input tells of them.
  public var registers: [Register] = []
  /// One per page of the publisher, in their order.
  public var userPages: [SitePath] = []
  /// Which kinds of pages are divided among folders.
  public var layout = FolderLayout()
  /// Pages of which there is one, in the order of the menu; a page without content is not among them.
  public var singles: [SitePath] = []

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

  /// Whether the site has the single page `path`.
  public func has(_ path: SitePath) -> Bool { singles.contains(path) }

  /// Every page of the site, each once.
  public var all: [SitePath] {
    let indexes = [titleLetters, keywordLetters, glossaryLetters] + registers.map(\.letters)
    let letters = indexes.flatMap { $0.flatMap(\.pages) } + registers.flatMap { $0.entries.flatMap(\.pages) }
    let lists = agreedPages + [topicPages, keywordPages, dumpPages].flatMap { $0.flatMap { $0 } }
    var seen = Set<SitePath>()
    return (singles + themes + lists + letters + papers + userPages).filter { seen.insert($0).inserted }
  }
}

/// Pages of which there is one.
extension SitePath {
  public static let topicIndex = SitePath("topics/index.html")
  public static let keywordIndex = SitePath("keywords/index.html")
  public static let paperIndex = SitePath("titles/index.html")
  public static let dumpIndex = SitePath("dumps/index.html")
  public static let agreed = SitePath("agreed.html")
  public static let changes = SitePath("changes.html")
  public static let map = SitePath("map.html")
  public static let glossary = SitePath("glossary.html")
  public static let readingList = SitePath("list.html")
  public static let search = SitePath("search.html")
  public static let data = SitePath("data.html")
  public static let report = SitePath("report.html")
  public static let notFound = SitePath("404.html")
}
