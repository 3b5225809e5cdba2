import Diagnostics
import Papers
import Planning
import Theme
import Topics

@testable import Pages

/// A collection of a few papers in two dumps, small enough to overlook.
enum MiniEdition {
  static let titles = [
    "Graph Networks: A Survey", "Attention & <Memory>", "# Not a heading", "Deep *Stars* of {{mustache}}", "E(n) Nets",
    "Old Net", "A \"quoted\" $x^2$ title",
  ]

  static var library: Library {
    let papers = titles.enumerated().map { at, title in
      var sightings = [Sighting(dump: at % 2, rank: at / 2 + 1, line: at + 1)]
      if at == 0 { sightings.append(Sighting(dump: 1, rank: 9, line: 19)) }
      return Paper(
        id: PaperID("id\(at)"), title: title,
        abstract: at == 5 ? "" : "Nets are hard. We propose net \(at) [see https://github.com/a/b\(at).]. It <works>.",
        sightings: sightings)
    }
    let dumps = (0..<2).map {
      Dump(name: "00\($0)_ed20440609c8a2fa", file: "00\($0).txt", format: "text dump", entries: 4, dropped: 0)
    }
    return Library(dumps: dumps, papers: papers, merges: [], tally: Tally(read: 8, papers: 7, merged: 1, dropped: 0))
  }

  static var atlas: Atlas {
    var graphs = Topic(name: "graph networks", theme: 0)
    graphs.papers = [0, 4, 2, 5, 6]
    graphs.terms = ["graph", "node"]
    graphs.summary = [Quotation(paper: 0, sentence: "We propose net 0.")]
    graphs.path = [Step(.start, paper: 0), Step(.bridge, paper: 5, topic: 1)]
    graphs.near = [1]
    var stars = Topic(name: "stars", theme: 0)
    stars.papers = [1, 3]
    var atlas = Atlas(
      topics: [graphs, stars], themes: [Topics.Theme(name: "networks", topics: [0, 1])],
      keywords: [Keyword(name: "graph", papers: [0, 4], titleCount: 1)],
      acronyms: [Acronym(short: "GNN", expansions: [Expansion(long: "graph network", papers: [0])], papers: [0, 4])],
      sharedPhrases: ["graph", "node"])
    atlas.placements = titles.indices.map { paper in
      var placement = Placement()
      placement.memberships = [Membership(topic: [1, 3].contains(paper) ? 1 : 0, weight: 0.5)]
      if paper == 0 { placement.keywords = [0] }
      if paper == 0 { placement.neighbours = [Neighbour(paper: 4, similarity: 0.6, shared: [0, 1])] }
      return placement
    }
    return atlas
  }

  static func content(_ library: Library = library, _ atlas: Atlas = atlas) throws(Failure) -> EditionContent {
    let pages = [UserPage(stem: "about", file: "about.md", title: "About", order: 1, markdown: "Hello, *you*.\n")]
    let plan = try SitePlan.make(library: library, atlas: atlas, userPages: pages)
    var content = EditionContent(title: "Mini", library: library, atlas: atlas, plan: plan)
    content.userPages = pages
    content.contributions = library.papers.map { $0.abstract.isEmpty ? nil : 15..<32 }
    return content
  }

  static let theme = Theme.files.map { (name: $0.name, text: $0.text) }

  /// Every page by address.
  static func pages(_ content: EditionContent) throws(Failure) -> [String: String] {
    let renderer = try PageRenderer(theme: theme, content: content)
    var pages: [String: String] = [:]
    for index in 0..<renderer.count {
      let page = renderer.render(index)
      pages[page.path.value] = String(decoding: page.html, as: UTF8.self)
    }
    return pages
  }
}
