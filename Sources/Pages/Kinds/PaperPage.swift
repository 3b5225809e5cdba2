import Mustache
import Papers
import Planning
import Text
import Topics

/// A paper on one screen: what it is, what it adds, whence it came.
struct PaperView: Viewable {
  var id: String
  var title: Markup
  var people: [SourcePartView]
  /// `and 2,901 others`, and all of them for the end of the page.
  var morePeople: String?
  var allPeople: [SourcePartView]
  /// Venue, year, pages.
  var source: [SourcePartView]
  var identifiers: [LinkView]
  /// Categories, keywords and votes of the input.
  var given: [GivenView]
  /// `Survey`, where the text says so.
  var kind: String?
  var seen: [String]
  var abstract: Markup
  var abstractNote: String
  var shortForms: [ShortFormView]
  var links: [LinkNoteView]
  var keywords: [SharedLinkView]
  var related: [RelatedView]
  var citation: CitationView
  var pager: PaperPagerView
  var hasTopic: Bool
  var authors: [String]
  var year: String?
  var date: String?
  var journal: String?
  var doi: String?
  var arxiv: String?
  var plainTitle: String

  static let schema = Schema<PaperView>(
    .text("id", \.id), .markup("title", \.title), .text("plainTitle", \.plainTitle),
    .list("people", \.people), .isFilled("hasPeople", \.people), .optionalText("morePeople", \.morePeople),
    .list("allPeople", \.allPeople), .isFilled("hasAllPeople", \.allPeople),
    .list("source", \.source), .list("identifiers", \.identifiers), .list("given", \.given),
    .flag("hasSource") { !$0.source.isEmpty || !$0.identifiers.isEmpty },
    .optionalText("kind", \.kind), .list("seen", \.seen), .markup("abstract", \.abstract),
    .flag("hasAbstract") { !$0.abstract.isEmpty },
    .text("abstractNote", \.abstractNote), .list("shortForms", \.shortForms),
    .isFilled("hasShortForms", \.shortForms), .list("links", \.links),
    .isFilled("hasLinks", \.links),
    .flag("hasMargin") { !$0.links.isEmpty || !$0.shortForms.isEmpty }, .list("keywords", \.keywords),
    .isFilled("hasKeywords", \.keywords), .list("related", \.related),
    .isFilled("hasRelated", \.related), .item("citation", \.citation), .item("pager", \.pager),
    .flag("hasTopic", \.hasTopic), .list("authors", \.authors), .optionalText("year", \.year),
    .optionalText("date", \.date), .optionalText("journal", \.journal), .optionalText("doi", \.doi),
    .optionalText("arxiv", \.arxiv))
}

/// An address found in the abstract.
struct LinkNoteView: Viewable {
  var kind: String
  var shown: String
  var href: String

  static let schema = Schema<LinkNoteView>(
    .text("kind", \.kind), .text("shown", \.shown), .text("href", \.href))
}

/// A related paper with the reason why it is one.
struct RelatedView: Viewable {
  var title: PreparedText
  var href: PreparedLink
  /// Words that both papers use.
  var shared: String
  /// `same topic`, or `in Gradient descent`
  var place: String?

  static let schema = Schema<RelatedView>(
    .prepared("title", \.title), .link("href", \.href), .text("shared", \.shared),
    .optionalText("place", \.place))
}

/// How to cite a paper, in four formats.
struct CitationView: Viewable {
  var bibTeX: Markup
  var ris: Markup
  var csl: Markup
  var plain: String

  static let schema = Schema<CitationView>(
    .markup("bibTeX", \.bibTeX), .markup("ris", \.ris), .markup("csl", \.csl), .text("plain", \.plain))
}

extension Facts {
  private static let keywordsShown = 8
  private static let relatedShown = 6
  private static let wordsShown = 4
  private static let authorsInHead = 60

  func paper(_ paper: Int, _ framing: Framing) -> Page<PaperView> {
    self.paper(paper, library.papers[paper], library.papers[paper].details, framing)
  }

  /// The same with the paper handed over, which costs no copy of it.
  private func paper(_ paper: Int, _ value: Paper, _ details: Details, _ framing: Framing) -> Page<PaperView> {
    let path = plan.papers[paper]
    let people = people(of: paper, from: path)
    let body = PaperView(
      id: value.id.value, title: AbstractMarkup.title(value.title),
      people: people.shown, morePeople: people.more, allPeople: people.all, source: source(of: paper, from: path),
      identifiers: identifiers(of: paper), given: given(of: paper, from: path), kind: kind(paper),
      seen: value.sightings.map { provenance.whole($0) },
      abstract: AbstractMarkup.abstract(
        value.abstract, contribution: contribution(paper), links: links[paper]),
      abstractNote: abstractNote(paper, value), shortForms: shortForms[paper].map { shortForm($0, from: path) },
      links: Self.distinct(links[paper]).map {
        LinkNoteView(kind: $0.label, shown: $0.shown, href: $0.url)
      },
      keywords: keywords(of: paper, from: path), related: related(paper, from: path),
      citation: CitationView(
        bibTeX: citations.html(.bibTeX, of: paper), ris: citations.html(.ris, of: paper),
        csl: citations.html(.csl, of: paper), plain: Citation(value, key: "", source: citationSource).plain),
      pager: paperPager(paper, from: path), hasTopic: topic(of: paper) != nil,
      authors: details.authors.prefix(Self.authorsInHead).map(\.full),
      year: details.year.map { String($0) }, date: details.date ?? details.year.map { String($0) },
      journal: details.venue, doi: details.doi, arxiv: details.arxivID, plainTitle: titles[paper])
    var frame = framing.frame(
      path, title: documentTitles[paper], description: descriptions[paper], kind: "paper", section: nil,
      heading: titles[paper],
      side: topic(of: paper).map { SideView(text: topicName($0), href: href(to: plan.topics[$0], from: path)) }
        ?? SideView(text: "Paper"))
    frame.openGraphType = "article"
    frame.linkedData = linkedData(paper, value, details)
    return Page(path: path, frame: frame, body: body)
  }

  private func kind(_ paper: Int) -> String? {
    guard content.kinds.indices.contains(paper), let kind = content.kinds[paper] else { return nil }
    return Wording.capitalised(kind.rawValue)
  }

  func contribution(_ paper: Int) -> Range<Int>? {
    content.contributions.indices.contains(paper) ? content.contributions[paper] : nil
  }

  private func abstractNote(_ paper: Int, _ value: Paper) -> String {
    let base = contribution(paper) == nil ? "As written." : "As written; the marked sentence says what the paper adds."
    guard value.sourceAbstract != nil || value.sourceTitle != nil else { return base }
    return base + " TeX is set as text; the data keeps the source."
  }

  private func keywords(of paper: Int, from page: SitePath) -> [SharedLinkView] {
    atlas.placements[paper].keywords.prefix(Self.keywordsShown).map {
      SharedLinkView(text: shared.keywords[$0].name, href: keywordHref($0, from: page))
    }
  }

  private func related(_ paper: Int, from page: SitePath) -> [RelatedView] {
    let own = topic(of: paper)
    return atlas.placements[paper].neighbours.prefix(Self.relatedShown).map { neighbour in
      let other = topic(of: neighbour.paper)
      return RelatedView(
        title: shared.papers[neighbour.paper].title, href: paperHref(neighbour.paper, from: page),
        shared: words(sharedBy: neighbour),
        place: other == own ? (own == nil ? nil : "same topic") : other.map { topicPlaces[$0] })
    }
  }

  private func paperPager(_ paper: Int, from page: SitePath) -> PaperPagerView {
    guard let topic = topic(of: paper), let place = placeInTopic[paper] else { return PaperPagerView() }
    let papers = atlas.topics[topic].papers
    let link = { (paper: Int) in
      SharedLinkView(text: shared.papers[paper].title, href: paperHref(paper, from: page))
    }
    return PaperPagerView(
      previous: place > 0 ? link(papers[place - 1]) : nil,
      next: place + 1 < papers.count ? link(papers[place + 1]) : nil)
  }

  private func shortForm(_ form: ShortForm, from page: SitePath) -> ShortFormView {
    let acronym = atlas.acronyms[form.acronym]
    return ShortFormView(
      short: acronym.short, long: acronym.expansions[form.expansion].long,
      href: glossaryHref(form.acronym, from: page), isElsewhere: !form.isDefinedHere)
  }

  /// The first words that two papers share, with commas between them.
  private func words(sharedBy neighbour: Neighbour) -> String {
    var text = ""
    text.reserveCapacity(128)
    var count = 0
    atlas.forEachPhrase(sharedBy: neighbour) { phrase in
      count += 1
      guard count <= Self.wordsShown else { return }
      if count > 1 { text += ", " }
      text += phrase
    }
    return text
  }

  private static func distinct(_ links: [Link]) -> [Link] {
    var seen = Set<String>()
    return links.filter { seen.insert($0.url).inserted }
  }
}
