import Mustache
import Planning
import Topics

/// A topic: what it is about, a way in, all its papers.
struct TopicView: Viewable {
  var name: String
  var isFirst: Bool
  /// `56 papers, 5 in more than one dump, 5 with code.`
  var facts: String
  var terms: [TermView]
  var shares: [ShareView]
  var summary: [QuotationView]
  var near: [LinkView]
  var path: [StepView]
  /// Side-head of the list.
  var listHead: String
  var listNote: String?
  var entries: [EntryView]
  var also: [EntryView]
  var numbers: PageNumbersView?
  var pager: PagerView
  var downloads: [LinkView]
  /// Content ids of the papers of the way in, for the reading list.
  var pathIDs: String

  static let schema = Schema<TopicView>(
    .text("name", \.name), .flag("isFirst", \.isFirst), .text("facts", \.facts),
    .list("terms", \.terms), .isFilled("hasTerms", \.terms), .list("shares", \.shares),
    .isFilled("hasShares", \.shares), .list("summary", \.summary),
    .isFilled("hasSummary", \.summary), .list("near", \.near), .isFilled("hasNear", \.near),
    .list("path", \.path), .isFilled("hasPath", \.path), .text("listHead", \.listHead),
    .optionalText("listNote", \.listNote), .list("entries", \.entries), .list("also", \.also),
    .isFilled("hasAlso", \.also), .optional("numbers", \.numbers), .item("pager", \.pager),
    .list("downloads", \.downloads), .isFilled("hasDownloads", \.downloads),
    .text("pathIDs", \.pathIDs))
}

/// A word that tells a topic, with its page where it has one.
struct TermView: Viewable {
  var text: String
  var href: String?

  static let schema = Schema<TermView>(.text("text", \.text), .optionalText("href", \.href))
}

/// A topic's part of one dump, as a bar.
struct ShareView: Viewable {
  var dump: String
  var count: Int
  var total: Int
  /// Length of the bar, 0...1 of the longest.
  var length: Double

  static let schema = Schema<ShareView>(
    .text("dump", \.dump), .text("count") { Wording.digits($0.count) }, .text("total") { Wording.digits($0.total) },
    .text("width") { Tenths.of($0.length * 100) })
}

/// A sentence and the paper that it stands in.
struct QuotationView: Viewable {
  var sentence: String
  var short: String
  var href: String

  static let schema = Schema<QuotationView>(
    .text("sentence", \.sentence), .text("short", \.short), .text("href", \.href))
}

/// A stop on the way into a topic.
struct StepView: Viewable {
  var label: String
  var title: String
  var href: String
  /// Why this paper, in brackets.
  var reason: String?

  static let schema = Schema<StepView>(
    .text("label", \.label), .text("title", \.title), .text("href", \.href),
    .optionalText("reason", \.reason))
}

extension Facts {
  private static let termsShown = 8
  private static let alsoShown = 6

  func topic(_ topic: Int, page number: Int, _ framing: Framing) -> Page<TopicView> {
    let value = atlas.topics[topic]
    let pages = plan.topicPages[topic]
    let path = pages[number]
    let isFirst = number == 0
    let count = value.papers.count
    let rows = Paging.entries.rows(number, of: count)
    let body = TopicView(
      name: topicName(topic), isFirst: isFirst, facts: topicFigures[topic],
      terms: terms(value.terms.prefix(Self.termsShown), from: path),
      shares: isFirst && count >= 4 ? shares(topic) : [],
      summary: isFirst && count > 2 ? quotations(value.summary, from: path) : [],
      near: value.near.map { topicLink($0, from: path) },
      path: isFirst && count >= 5 ? steps(value, from: path) : [],
      listHead: count == 1 ? "The paper" : pages.count > 1 ? "Papers" : "All papers",
      listNote: count > 1 ? "Nearest to the middle first." : nil,
      entries: value.papers[rows].map { member($0, from: path) },
      also: number == pages.count - 1 ? also(value, from: path) : [],
      numbers: pageNumbers(pages, current: number), pager: topicPager(topic, from: path),
      downloads: isFirst ? downloads(topic, from: path) : [],
      pathIDs: value.path.map { library.papers[$0.paper].id.value }.joined(separator: " "))
    let frame = framing.frame(
      path, title: paged(topicName(topic), number) + " · Topics", description: paged(topicDescription(topic), number),
      kind: "topic", section: .topicIndex, heading: topicName(topic),
      side: topicSide(topic, from: path))
    return Page(path: path, frame: frame, body: body)
  }

  /// The theme above a topic; a theme that has the topic's own name says nothing.
  private func topicSide(_ topic: Int, from page: SitePath) -> SideView {
    let theme = atlas.topics[topic].theme
    guard atlas.themes.indices.contains(theme) else { return SideView(text: "Topic") }
    let name = themeName(theme)
    return SideView(text: name == topicName(topic) ? "Topic" : name, href: href(to: plan.themes[theme], from: page))
  }

  /// A paper of the topic's own list, marked where it lies far from the middle.
  private func member(_ paper: Int, from page: SitePath) -> EntryView {
    var entry = entry(paper, from: page)
    if !shared.papers[paper].memberNote.isEmpty { entry.note = shared.papers[paper].memberNote }
    return entry
  }

  private func also(_ topic: Topic, from page: SitePath) -> [EntryView] {
    topic.alsoPapers.prefix(Self.alsoShown).map { entry($0, from: page, withTopic: true, withSay: false) }
  }

  private func topicDescription(_ topic: Int) -> String {
    let value = atlas.topics[topic]
    let words = value.terms.prefix(5).joined(separator: ", ")
    let first = value.papers.first.map { "Nearest to the middle: \(titles[$0])." } ?? ""
    return "\(topicName(topic)): \(topicFigures[topic])\(words.isEmpty ? "" : " Its words: \(words).") \(first)"
  }

  func terms(_ names: some Sequence<String>, from page: SitePath) -> [TermView] {
    names.map { name in
      TermView(text: name, href: keywordNamed[name].map { href(to: plan.keywords[$0], from: page) })
    }
  }

  private func shares(_ topic: Int) -> [ShareView] {
    guard library.dumps.count > 1 else { return [] }
    var counts = [Int](repeating: 0, count: library.dumps.count)
    for paper in atlas.topics[topic].papers {
      for sighting in Consensus.bestPerDump(library.papers[paper].sightings) { counts[sighting.dump] += 1 }
    }
    let totals = ranked.map(\.count)
    let parts = zip(counts, totals).map { $1 == 0 ? 0 : Double($0) / Double($1) }
    let longest = max(parts.max() ?? 0, 1e-9)
    return counts.indices.map {
      ShareView(dump: provenance.shortName($0), count: counts[$0], total: totals[$0], length: parts[$0] / longest)
    }
  }

  private func quotations(_ summary: [Quotation], from page: SitePath) -> [QuotationView] {
    summary.map {
      QuotationView(
        sentence: PlainText.of($0.sentence), short: PlainText.shortTitle(titles[$0.paper]),
        href: href(to: plan.papers[$0.paper], from: page))
    }
  }

  private func steps(_ topic: Topic, from page: SitePath) -> [StepView] {
    topic.path.map { step in
      let link = paperLink(step.paper, from: page)
      let (label, reason): (String, String?) =
        switch step.kind {
        case .start: ("Start here", "nearest to the middle of the topic")
        case .then: ("Then", nil)
        case .edge: ("Edge case", "farthest from the middle")
        case .bridge: ("Bridge", step.topic.map { "to " + topicName($0) })
        }
      return StepView(label: label, title: link.text, href: link.href, reason: reason)
    }
  }

  private func topicPager(_ topic: Int, from page: SitePath) -> PagerView {
    PagerView(
      previous: topic > 0 ? topicLink(topic - 1, from: page) : nil,
      next: topic + 1 < atlas.topics.count ? topicLink(topic + 1, from: page) : nil)
  }

  private func downloads(_ topic: Int, from page: SitePath) -> [LinkView] {
    let path = plan.topics[topic]
    var files = [("BibTeX", path.beside(".bib")), ("RIS", path.beside(".ris")), ("CSL-JSON", path.beside(".csl.json"))]
    if content.extras.atomFeed != nil { files.append(("Atom feed", path.beside(".xml"))) }
    if content.extras.jsonFeed != nil { files.append(("JSON Feed", path.beside(".json"))) }
    return files.map { link($1, $0, from: page) }
  }
}
