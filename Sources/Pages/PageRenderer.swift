import Text
import Diagnostics
import Mustache
import Planning

/// Makes every page of an edition, one at a time and in any order; any number of threads may ask at once.
public struct PageRenderer: Sendable {
  private let facts: Facts
  private let framing: Framing
  private let shared: Shared
  private let kinds: [PageKind]
  private let chains: Chains
  private let moved: Template<MovedPage>
  private let gone: Template<GonePage>
  private let takeawayTemplates: TakeawayTemplates
  private let content: EditionContent
  /// The style sheet, for pages that load nothing.
  private let style: InlineFile
  private let editionScript: InlineFile

  /// Compiles all templates and works out what many pages share.
  ///
  /// - Parameter theme: files of the theme by name; of two of one name the later counts.
  /// - Throws: every fault of every template, each with file, line and column.
  public init(theme: [(name: String, text: String)], content: EditionContent) throws(Failure) {
    let templates = try TemplateSet(files: theme.filter { Self.isTemplate($0.name) })
    chains = try Chains(templates)
    moved = try templates.template("layouts/moved.html", for: MovedPage.self)
    gone = try templates.template("layouts/gone.html", for: GonePage.self)
    self.content = content
    takeawayTemplates = try TakeawayTemplates(templates)
    func asset(_ name: String) -> InlineFile {
      InlineFile(CompactAsset.bytes(theme.last { $0.name == "assets/\(name)" }?.text ?? "", name: name))
    }
    style = asset("site.css")
    editionScript = asset("edition.js")
    facts = Facts(content)
    framing = try Framing(content, templates, summary: facts.summaryWithoutStop + ".")
    kinds = PageKind.all(content.plan)
    shared = Shared(texts: facts.shared.texts)
  }

  /// Number of pages.
  public var count: Int { kinds.count }

  /// Stretches of HTML that many pages hold alike, each with the number of folders above those pages.
  public var repeatedMarkup: [(depth: Int, html: [UInt8])] { framing.repeatedMarkup }

  /// The pages at old addresses: of topics, each leading to the one that took its papers over; of topics and keywords
  /// that are gone.
  public var signposts: [OutputPage] {
    let taken = Set(content.plan.topics)
    var seen: Set<SitePath> = []
    let moves = content.moves.map { MovedPage.make($0, content) }
      .filter { !taken.contains($0.path) && seen.insert($0.path).inserted }
      .map { OutputPage(path: $0.path, html: moved.render($0.view)) }
    return moves + content.gone.map { OutputPage(path: $0, html: gone.render(GonePage($0, content))) }
  }

  /// What the reading list knows of the papers.
  public var readingList: ReadingListData { ReadingListData(facts) }

  /// Files that readers take away.
  public var takeaways: Takeaways {
    Takeaways(facts, takeawayTemplates, style: style, script: editionScript, framing)
  }

  /// Page `index`, in 0..<count.
  ///
  /// - Parameter withMarkdown: whether its Markdown is wanted too.
  public func render(_ index: Int, withMarkdown: Bool = false) -> OutputPage {
    return switch kinds[index] {
    case .digest: chains.digest.render(facts.digest(framing), shared, withMarkdown: withMarkdown)
    case .agreed(let page): chains.agreed.render(facts.agreedPage(page, framing), shared, withMarkdown: withMarkdown)
    case .topicIndex: chains.topics.render(facts.topicIndex(framing), shared, withMarkdown: withMarkdown)
    case .theme(let theme): chains.theme.render(facts.theme(theme, framing), shared, withMarkdown: withMarkdown)
    case .topic(let topic, let page):
      chains.topic.render(facts.topic(topic, page: page, framing), shared, withMarkdown: withMarkdown)
    case .keywordIndex: chains.register.render(facts.keywordIndex(framing), shared, withMarkdown: withMarkdown)
    case .keywordLetter(let letter, let page):
      chains.register.render(
        facts.keywordLetter(facts.plan.keywordLetters[letter], page: page, framing), shared, withMarkdown: withMarkdown)
    case .keyword(let keyword, let page):
      chains.keyword.render(facts.keyword(keyword, page: page, framing), shared, withMarkdown: withMarkdown)
    case .register(let register):
      chains.register.render(facts.register(register, framing), shared, withMarkdown: withMarkdown)
    case .registerLetter(let register, let letter, let page):
      chains.register.render(
        facts.registerLetter(register, letter, page: page, framing), shared, withMarkdown: withMarkdown)
    case .registerEntry(let register, let entry, let page):
      chains.registerEntry.render(
        facts.registerEntry(register, entry, page: page, framing), shared, withMarkdown: withMarkdown)
    case .paper(let paper): chains.paper.render(facts.paper(paper, framing), shared, withMarkdown: withMarkdown)
    case .titleIndex: chains.titles.render(facts.titleIndex(framing), shared, withMarkdown: withMarkdown)
    case .titleLetter(let letter, let page):
      chains.titles.render(
        facts.titleLetter(facts.plan.titleLetters[letter], page: page, framing), shared, withMarkdown: withMarkdown)
    case .dumpIndex: chains.dumps.render(facts.dumpIndex(framing), shared, withMarkdown: withMarkdown)
    case .dump(let dump, let page):
      chains.dump.render(facts.dump(dump, page: page, framing), shared, withMarkdown: withMarkdown)
    case .map: chains.map.render(facts.map(framing), shared, withMarkdown: withMarkdown)
    case .glossary: chains.glossary.render(facts.glossary(framing), shared, withMarkdown: withMarkdown)
    case .glossaryLetter(let letter, let page):
      chains.glossary.render(
        facts.glossaryLetter(facts.plan.glossaryLetters[letter], page: page, framing), shared,
        withMarkdown: withMarkdown
      )
    case .readingList: chains.list.render(facts.readingList(framing), shared, withMarkdown: withMarkdown)
    case .data: chains.data.render(facts.dataPage(framing), shared, withMarkdown: withMarkdown)
    case .changes: chains.changes.render(facts.changesPage(framing), shared, withMarkdown: withMarkdown)
    case .report: chains.report.render(facts.report(framing), shared, withMarkdown: withMarkdown)
    case .search: chains.search.render(facts.searchPage(framing), shared, withMarkdown: withMarkdown)
    case .notFound: chains.notFound.render(facts.notFound(style, framing), shared, withMarkdown: withMarkdown)
    case .user(let page): chains.user.render(facts.userPage(page, framing), shared, withMarkdown: withMarkdown)
    }
  }

  private static func isTemplate(_ name: String) -> Bool { name.hasPrefix("pages/") || name.hasPrefix("layouts/") }
}

/// The compiled templates of every kind of page.
private struct Chains: Sendable {
  let digest: Chain<DigestView>
  let agreed: Chain<AgreedView>
  let topics: Chain<TopicIndexView>
  let theme: Chain<ThemeView>
  let topic: Chain<TopicView>
  let keyword: Chain<KeywordView>
  let paper: Chain<PaperView>
  let titles: Chain<TitleView>
  let register: Chain<RegisterView>
  let registerEntry: Chain<RegisterEntryView>
  let dumps: Chain<DumpIndexView>
  let dump: Chain<DumpView>
  let map: Chain<MapView>
  let glossary: Chain<GlossaryView>
  let list: Chain<PlainView>
  let data: Chain<DataView>
  let changes: Chain<ChangesView>
  let report: Chain<ReportView>
  let search: Chain<PlainView>
  let notFound: Chain<NotFoundView>
  let user: Chain<UserPageView>

  init(_ templates: TemplateSet) throws(Failure) {
    digest = try Chain("digest", templates)
    agreed = try Chain("agreed", templates)
    topics = try Chain("topics", templates)
    theme = try Chain("theme", templates)
    topic = try Chain("topic", templates)
    keyword = try Chain("keyword", templates)
    paper = try Chain("paper", templates)
    titles = try Chain("titles", templates)
    register = try Chain("register", templates)
    registerEntry = try Chain("register-entry", templates)
    dumps = try Chain("dumps", templates)
    dump = try Chain("dump", templates)
    map = try Chain("map", templates)
    glossary = try Chain("glossary", templates)
    list = try Chain("list", templates)
    data = try Chain("data", templates)
    changes = try Chain("changes", templates)
    report = try Chain("report", templates)
    search = try Chain("search", templates)
    notFound = try Chain("not-found", templates)
    user = try Chain("user", templates, origin: .publisher)
  }
}
