import Mustache
import Papers
import Planning
import Text
import Topics

/// What many pages say of the same papers, worked out once per edition.
struct Facts: Sendable {
  let content: EditionContent
  // The same as in `content`, read in place: nothing is counted up and down for a look at one paper.
  let library: Library
  let atlas: Atlas
  let plan: SitePlan
  let provenance: Provenance
  /// Title of each paper as plain text.
  let titles: [String]
  /// The sentence of each paper that says what it adds, cut to fit a list.
  let says: [String?]
  /// The same texts as lists show them, and the names that they stand beside.
  let shared: SharedTexts
  /// How to cite each paper.
  let citations: CitationTexts
  /// `In Offprint, edition of 21 November 2026`.
  let citationSource: String
  /// Addresses found in each abstract.
  let links: [[Link]]
  /// Papers of more than one dump, those of most dumps first, then those ranked highest.
  let agreed: [Int]
  /// Papers of each dump in its order.
  let ranked: [[Ranked]]
  /// How many papers each dump brought first.
  let newInDump: [Int]
  /// Short forms that each paper uses.
  let shortForms: [[ShortForm]]

  /// Names of the topics as headings have them.
  let topicNames: [String]
  /// The same as a place: `in Gradient descent`.
  let topicPlaces: [String]
  /// Figures of each topic: `56 papers, 5 in more than one dump, 5 with code.`
  let topicFigures: [String]
  /// Keyword of each name.
  let keywordNamed: [String: Int]
  /// The topic that each paper stands in, -1 where it stands in none, and its place in the topic's list.
  private let topicOf: [Int32]
  let placeInTopic: [Int?]
  /// The page of the glossary that holds each short form.
  let glossaryPages: [SitePath?]
  /// Title of each paper's document and its description, no two alike.
  let documentTitles: [String]
  let descriptions: [String]

  /// A row of a dump.
  struct Ranked: Sendable {
    var paper: Int
    var sighting: Sighting
  }

  init(_ content: EditionContent) {
    self.content = content
    library = content.library
    atlas = content.atlas
    plan = content.plan
    let papers = content.library.papers
    let provenance = Provenance(content.library)
    self.provenance = provenance
    let slices = content.slices
    let titles = slices.mapEach(papers.count, sliceSize: 512) { PlainText.of(papers[$0].title) }
    let says: [String?] = slices.mapEach(papers.count, sliceSize: 512) { at in
      guard content.contributions.indices.contains(at), let range = content.contributions[at] else { return nil }
      return PlainText.sentence(papers[at].abstract, range)
    }
    self.titles = titles
    self.says = says
    let source = Citation.source(collection: content.title, date: content.date)
    citationSource = source
    citations = CitationTexts(papers.count, slices) {
      Citation(papers[$0], key: content.plan.papers[$0].stem, source: source)
    }
    let links = content.links.count == papers.count ? content.links : papers.map { Links.find(in: $0.abstract) }
    self.links = links
    agreed = Consensus.order(content.library)
    let ranked = Self.ranked(content.library)
    self.ranked = ranked
    newInDump = ranked.map { rows in rows.count { papers[$0.paper].sightings.first == $0.sighting } }
    shortForms = ShortForm.perPaper(content.atlas, papers: papers.count)
    let topicNames = content.atlas.topics.map { Wording.capitalised($0.name) }
    self.topicNames = topicNames
    topicPlaces = topicNames.map { "in " + $0 }
    shared = SharedTexts(content, titles: titles, says: says, provenance: provenance, topicNames: topicNames)
    keywordNamed = Dictionary(
      content.atlas.keywords.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    topicOf = content.atlas.placements.map { placement in
      guard let topic = placement.memberships.first?.topic, content.atlas.topics.indices.contains(topic) else {
        return -1
      }
      return Int32(topic)
    }
    topicFigures = content.atlas.topics.map { Self.figures(of: $0, papers, links) }
    placeInTopic = Self.places(content.atlas, papers: papers.count)
    glossaryPages = Self.glossaryPages(content)
    let note = { provenance.line(papers[$0].sightings) }
    documentTitles = Self.distinct(titles, note)
    descriptions = Self.distinct(
      papers.indices.map { Self.description(papers[$0], titles[$0], says[$0]) }, { titles[$0] }, note)
  }

  /// The topic that a paper stands in.
  func topic(of paper: Int) -> Int? {
    let topic = topicOf[paper]
    return topic < 0 ? nil : Int(topic)
  }

  func topicName(_ topic: Int) -> String { topicNames[topic] }
  func themeName(_ theme: Int) -> String { Wording.capitalised(atlas.themes[theme].name) }

  /// Number of papers of the theme, each counted in its best topic.
  func themeSize(_ theme: Int) -> Int {
    atlas.themes[theme].topics.reduce(0) { $0 + atlas.topics[$1].papers.count }
  }

  private static func places(_ atlas: Atlas, papers: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: papers)
    for topic in atlas.topics {
      for (place, paper) in topic.papers.enumerated() where places.indices.contains(paper) { places[paper] = place }
    }
    return places
  }

  private static func glossaryPages(_ content: EditionContent) -> [SitePath?] {
    var pages = [SitePath?](repeating: nil, count: content.atlas.acronyms.count)
    for letter in content.plan.glossaryLetters {
      for (row, acronym) in letter.items.enumerated() where pages.indices.contains(acronym) {
        let page = letter.pages.count == 1 ? 0 : row / Paging.forms.size
        pages[acronym] = letter.pages[page]
      }
    }
    return pages
  }

  /// The sentence that says what the paper adds, else the first words of its abstract.
  private static func description(_ paper: Paper, _ title: String, _ say: String?) -> String {
    if let say { return say }
    let abstract = PlainText.cut(PlainText.of(PlainText.head(paper.abstract)), to: PlainText.sentenceLimit)
    return abstract.isEmpty ? "The paper “\(title)”." : abstract
  }

  /// `texts`, where two are alike made to differ by what `differences` say of them.
  private static func distinct(_ texts: [String], _ differences: (Int) -> String...) -> [String] {
    var texts = texts
    var keys = texts.map { Fingerprint($0).low }
    for difference in differences {
      var counts: [UInt64: Int] = [:]
      counts.reserveCapacity(keys.count)
      for key in keys { counts[key, default: 0] += 1 }
      if counts.count == keys.count { break }
      for at in texts.indices where counts[keys[at], default: 0] > 1 {
        texts[at] += " (\(difference(at)))"
        keys[at] = Fingerprint(texts[at]).low
      }
    }
    return texts
  }

  private static func figures(of topic: Topic, _ papers: [Paper], _ links: [[Link]]) -> String {
    let count = topic.papers.count
    var parts = [Wording.count(count, "paper")]
    let twice = topic.papers.count { Consensus.bestPerDump(papers[$0].sightings).count > 1 }
    if twice > 0 { parts.append(count == 1 ? "in more than one dump" : "\(twice) in more than one dump") }
    let coded = topic.papers.count { links[$0].contains { $0.kind == .code } }
    if coded > 0 { parts.append(count == 1 ? "with code" : "\(coded) with code") }
    return parts.joined(separator: ", ") + "."
  }

  private static func ranked(_ library: Library) -> [[Ranked]] {
    var rows = [[Ranked]](repeating: [], count: library.dumps.count)
    for (paper, value) in library.papers.enumerated() {
      for sighting in value.sightings where rows.indices.contains(sighting.dump) {
        rows[sighting.dump].append(Ranked(paper: paper, sighting: sighting))
      }
    }
    return rows.map { $0.sorted { ($0.sighting.rank, $0.paper) < ($1.sighting.rank, $1.paper) } }
  }
}

/// Links and entries as a page at `page` shows them.
extension Facts {
  func link(_ target: SitePath, _ text: String, from page: SitePath) -> LinkView {
    LinkView(text: text, href: href(to: target, from: page))
  }

  func topicLink(_ topic: Int, from page: SitePath) -> LinkView {
    link(plan.topics[topic], topicName(topic), from: page)
  }

  func keywordLink(_ keyword: Int, from page: SitePath) -> LinkView {
    link(plan.keywords[keyword], atlas.keywords[keyword].name, from: page)
  }

  func paperLink(_ paper: Int, from page: SitePath) -> LinkView {
    link(plan.papers[paper], titles[paper], from: page)
  }

  func entry(_ paper: Int, from page: SitePath, withTopic: Bool = false, withSay: Bool = true) -> EntryView {
    let texts = shared.papers[paper]
    return EntryView(
      paper: paper, id: texts.id, title: texts.title, href: paperHref(paper, from: page),
      say: withSay ? texts.say : .none, note: texts.note,
      topic: withTopic ? topic(of: paper).map { topicLink($0, from: page) } : nil)
  }

  /// Where the paper was seen, in one line.
  func note(_ paper: Int) -> String { provenance.line(of: library.papers[paper]) }
}

/// Links as templates write them: the path is there already, only the way to its folder depends on the page.
extension Facts {
  func paperHref(_ paper: Int, from page: SitePath) -> PreparedLink {
    Self.link(shared.papers[paper].path, in: "papers/", from: page)
  }

  func keywordHref(_ keyword: Int, from page: SitePath) -> PreparedLink {
    Self.link(shared.keywords[keyword].path, in: "keywords/", from: page)
  }

  func topicHref(_ topic: Int, from page: SitePath) -> PreparedLink {
    Self.link(shared.topics[topic].path, in: "topics/", from: page)
  }

  /// - Parameter folder: that of the path, with its slash.
  private static func link(_ path: PreparedText, in folder: StaticString, from page: SitePath) -> PreparedLink {
    page.isBelow(folder)
      ? PreparedLink(path, stepsUp: page.depth - 1, dropping: folder.utf8CodeUnitCount)
      : PreparedLink(path, stepsUp: page.depth)
  }
}
