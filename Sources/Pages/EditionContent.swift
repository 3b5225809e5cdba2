import Diagnostics
import Papers
import Parallel
import Planning
import Topics

/// All that the pages of an edition are made of.
public struct EditionContent: Sendable {
  /// Name of the collection.
  public var title: String
  /// The publisher's sentence under the name; nil lets the figures speak alone.
  public var description: String?
  /// Address that the site will have, ending in a slash; nil leaves out what needs one.
  public var baseURL: String?
  /// Day of the edition, ISO 8601; nil leaves dates out.
  public var date: String?
  /// BCP 47 language of the pages.
  public var language = "en"
  public var library: Library
  public var atlas: Atlas
  public var plan: SitePlan
  /// In the order of the plan.
  public var userPages: [UserPage] = []
  /// For each paper, the UTF-8 bytes of its abstract that say what it adds; nil where none does.
  public var contributions: [Range<Int>?] = []
  /// For each paper, the addresses in its abstract; they are looked for where the list is empty.
  public var links: [[Link]] = []
  /// For each paper, its kind; nil where its text says none.
  public var kinds: [PaperKind?] = []
  /// Addresses of topics that others took over, each with the topic to lead to.
  public var moves: [Continuity.Successor] = []
  /// Pages of topics and keywords that no topic or keyword of this edition took over.
  public var gone: [SitePath] = []
  /// What differs from the edition before.
  public var changes = EditionChanges()
  /// Messages of the phases before, for the report.
  public var diagnostics: [Diagnostic] = []
  /// Slices of the work that all pages share.
  public var slices = Slices(threads: 1)
  /// Files beside the pages that a page may link to, such as `feed.xml`.
  public var extras: Extras = Extras()

  public init(title: String, library: Library, atlas: Atlas, plan: SitePlan) {
    self.title = title
    self.library = library
    self.atlas = atlas
    self.plan = plan
  }
}

extension EditionContent {
  /// Path of the base URL, `/papers/`; empty where none is set.
  ///
  /// The page for missing addresses is shown at any depth, so its links start here.
  var basePath: String {
    guard let base = baseURL, let scheme = base.firstRange(of: "://") else { return "" }
    let rest = base[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }
}

/// Files that the edition has beside its pages; what is nil is not linked.
public struct Extras: Sendable {
  public var atomFeed: SitePath?
  public var jsonFeed: SitePath?
  public var manifest: SitePath?
  public var icon: SitePath?
  /// Files for other programs.
  public var downloads: [Download] = []

  /// A file for other programs, with what it holds.
  public struct Download: Sendable, Equatable {
    public var label: String
    public var path: SitePath
    public var say: String

    public init(_ label: String, _ path: SitePath, say: String) {
      self.label = label
      self.path = path
      self.say = say
    }
  }

  public init() {}
}
