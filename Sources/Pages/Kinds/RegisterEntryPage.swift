import Mustache
import Planning

/// An author, a venue, a year or the like with its papers.
struct RegisterEntryView: Viewable {
  var name: String
  var lead: String
  var topics: [CountedLinkView]
  var entries: [EntryView]
  var listNote: String?
  var numbers: PageNumbersView?
  var pager: PagerView

  static let schema = Schema<RegisterEntryView>(
    .text("name", \.name), .text("lead", \.lead), .list("topics", \.topics), .isFilled("hasTopics", \.topics),
    .list("entries", \.entries), .optionalText("listNote", \.listNote), .optional("numbers", \.numbers),
    .item("pager", \.pager))
}

extension Facts {
  private static let topicsShown = 8

  func registerEntry(_ place: Int, _ entry: Int, page number: Int, _ framing: Framing) -> Page<RegisterEntryView> {
    let register = plan.registers[place]
    let words = RegisterWords(register.kind)
    let value = register.entries[entry]
    let path = value.pages[number]
    let rows = Paging.entries.rows(number, of: value.papers.count)
    let years = Set(value.papers.compactMap { library.papers[$0].details.year })
    let lead = registerLead(register.kind, papers: value.papers.count, years)
    let body = RegisterEntryView(
      name: value.name, lead: lead, topics: number == 0 ? homes(of: value.papers, from: path) : [],
      entries: value.papers[rows].map { self.entry($0, from: path, withTopic: true) },
      listNote: years.count > 1 ? "The latest first." : nil, numbers: pageNumbers(value.pages, current: number),
      pager: register.kind == .years && number == 0 ? pager(of: entry, in: register, from: path) : PagerView())
    let first = value.papers[rows].first.map { " First: \(titles[$0])." } ?? ""
    let frame = framing.frame(
      path, title: paged(value.name, number) + " · \(words.heading)",
      description: "\(words.side) \(value.name): \(lead)\(first)", kind: "keyword", section: register.kind.index,
      heading: value.name,
      side: SideView(text: words.side, href: href(to: register.kind.index, from: path)))
    return Page(path: path, frame: frame, body: body)
  }

  /// `12 papers, 2019 to 2024.`
  private func registerLead(_ kind: Register.Kind, papers: Int, _ years: Set<Int>) -> String {
    let count = Wording.count(papers, "paper")
    guard kind != .years, let first = years.min(), let last = years.max() else { return count + "." }
    return first == last ? "\(count), \(first)." : "\(count), \(first) to \(last)."
  }

  /// The topics of some papers, those of most papers first.
  private func homes(of papers: [Int], from page: SitePath) -> [CountedLinkView] {
    var counts: [Int: Int] = [:]
    for paper in papers { if let topic = topic(of: paper) { counts[topic, default: 0] += 1 } }
    return counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(Self.topicsShown).map {
      CountedLinkView(text: topicName($0.key), href: href(to: plan.topics[$0.key], from: page), count: $0.value)
    }
  }

  /// The year before and the year after.
  private func pager(of entry: Int, in register: Register, from page: SitePath) -> PagerView {
    func link(_ place: Int) -> LinkView? {
      guard register.entries.indices.contains(place) else { return nil }
      return self.link(register.path(of: place, in: plan), register.entries[place].name, from: page)
    }
    return PagerView(previous: link(entry + 1), next: link(entry - 1))
  }
}
