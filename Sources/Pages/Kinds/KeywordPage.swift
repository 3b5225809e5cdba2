import Mustache
import Planning

/// A keyword: who else says this.
struct KeywordView: Viewable {
  var name: String
  var lead: String
  var shortForm: ShortFormView?
  var goesWith: [LinkView]
  var topics: [CountedLinkView]
  var entries: [EntryView]
  var listNote: String?
  var numbers: PageNumbersView?

  static let schema = Schema<KeywordView>(
    .text("name", \.name), .text("lead", \.lead), .optional("shortForm", \.shortForm),
    .list("goesWith", \.goesWith), .isFilled("hasGoesWith", \.goesWith), .list("topics", \.topics),
    .text("companyHead") { $0.goesWith.isEmpty ? "Where it lives" : "Goes with" },
    .isFilled("hasTopics", \.topics), .flag("hasCompany") { !$0.goesWith.isEmpty || !$0.topics.isEmpty },
    .list("entries", \.entries), .optionalText("listNote", \.listNote), .optional("numbers", \.numbers))
}

/// A short form with what it stands for.
struct ShortFormView: Viewable {
  var short: String
  var long: String
  var href: String?
  /// Only other papers spell it out.
  var isElsewhere = false
  var papers: String = ""

  static let schema = Schema<ShortFormView>(
    .text("short", \.short), .text("long", \.long), .optionalText("href", \.href),
    .flag("isElsewhere", \.isElsewhere), .text("papers", \.papers))
}

extension Facts {
  private static let companyShown = 12
  private static let homesShown = 5

  func keyword(_ keyword: Int, page number: Int, _ framing: Framing) -> Page<KeywordView> {
    let value = atlas.keywords[keyword]
    let pages = plan.keywordPages[keyword]
    let path = pages[number]
    let rows = Paging.entries.rows(number, of: value.papers.count)
    let isFirst = number == 0
    let body = KeywordView(
      name: Wording.capitalised(value.name), lead: keywordLead(keyword),
      shortForm: isFirst ? value.acronym.flatMap { shortForm($0, from: path) } : nil,
      goesWith: isFirst ? value.goesWith.prefix(Self.companyShown).map { keywordLink($0, from: path) } : [],
      topics: isFirst
        ? value.topics.prefix(Self.homesShown).map {
          CountedLinkView(
            text: topicName($0.topic), href: href(to: plan.topics[$0.topic], from: path), count: $0.count)
        } : [],
      entries: value.papers[rows].map { entry($0, from: path) },
      listNote: value.titleCount > 0 && value.papers.count > 1 ? "Those with the words in the title first." : nil,
      numbers: pageNumbers(pages, current: number))
    let first = value.papers[rows].first.map { " First: \(titles[$0])." } ?? ""
    let frame = framing.frame(
      path, title: paged(Wording.capitalised(value.name), number) + " · Keywords",
      description: "\(Wording.capitalised(value.name)): \(keywordLead(keyword))\(first)", kind: "keyword",
      section: .keywordIndex, heading: value.name,
      side: SideView(text: "Keyword", href: href(to: .keywordIndex, from: path)))
    return Page(path: path, frame: frame, body: body)
  }

  /// `31 papers use these words; 14 have them in the title.`
  private func keywordLead(_ keyword: Int) -> String {
    let value = atlas.keywords[keyword]
    let isOneWord = !value.name.utf8.contains(0x20)
    let (these, them) = isOneWord ? ("this word", "it") : ("these words", "them")
    let count = value.papers.count
    let uses = "\(Wording.count(count, "paper")) \(count == 1 ? "uses" : "use") \(these)"
    guard value.titleCount > 0 else { return uses + "." }
    return "\(uses); \(value.titleCount) \(value.titleCount == 1 ? "has" : "have") \(them) in the title."
  }

  private func shortForm(_ acronym: Int, from page: SitePath) -> ShortFormView? {
    guard atlas.acronyms.indices.contains(acronym), let expansion = atlas.acronyms[acronym].expansions.first else {
      return nil
    }
    let value = atlas.acronyms[acronym]
    return ShortFormView(
      short: value.short, long: expansion.long, href: glossaryHref(acronym, from: page),
      papers: "in " + Wording.count(value.papers.count, "paper"))
  }
}
