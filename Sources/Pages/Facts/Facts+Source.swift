import Mustache
import Papers
import Planning

/// A part of a line about a paper, linked where it has a page of its own.
struct SourcePartView: Viewable, Equatable {
  var text: String
  var href: String?

  static let schema = Schema<SourcePartView>(.text("text", \.text), .optionalText("href", \.href))
}

/// What the input alone tells of a paper, such as its categories.
struct GivenView: Viewable, Equatable {
  var head: String
  var values: [SourcePartView]

  static let schema = Schema<GivenView>(.text("head", \.head), .list("values", \.values))
}

/// What the input told of a paper beside its title and abstract.
extension Facts {
  /// A line of more authors names the first ones; a part at the end of the page has them all.
  private static let longestByline = 24
  private static let bylineOfMany = 8
  private static let valuesShown = 24

  /// The authors, those of several papers with a link to them all.
  func people(of paper: Int, from page: SitePath) -> People {
    let authors = library.papers[paper].details.authors
    let all = parts(of: paper, .authors, names: authors.map(\.full), from: page)
    guard all.count > Self.longestByline else { return People(shown: all) }
    let more = all.count - Self.bylineOfMany
    return People(
      shown: Array(all.prefix(Self.bylineOfMany)), more: "and\u{A0}\(Wording.digits(more))\u{A0}others", all: all)
  }

  /// The authors as a page shows them.
  struct People {
    /// All of a few, the first of many.
    var shown: [SourcePartView]
    /// `and 280 others`
    var more: String?
    /// All of many.
    var all: [SourcePartView] = []
  }

  /// Venue, volume, day or year, pages: what a reference has behind the title.
  func source(of paper: Int, from page: SitePath) -> [SourcePartView] {
    let details = library.papers[paper].details
    var line: [SourcePartView] = []
    if let venue = details.venue { line += parts(of: paper, .venues, names: [venue], from: page) }
    if let volume = details.volume { line.append(SourcePartView(text: "volume \(volume)")) }
    if let issue = details.issue { line.append(SourcePartView(text: "issue \(issue)")) }
    if let day = details.date.map(Wording.day) ?? details.year.map({ String($0) }) {
      line += parts(of: paper, .years, names: details.year == nil ? [] : [day], from: page)
      if details.year == nil { line.append(SourcePartView(text: day)) }
    }
    if let pages = details.pages { line.append(SourcePartView(text: "pages \(pages)")) }
    return line
  }

  /// DOI, arXiv and code; the paper's own address where it has neither of the first two.
  func identifiers(of paper: Int) -> [LinkView] {
    let details = library.papers[paper].details
    var links: [LinkView] = []
    if let doi = details.doi { links.append(LinkView(text: "doi:" + doi, href: "https://doi.org/" + doi)) }
    if let arxiv = details.arxivID {
      links.append(LinkView(text: "arXiv:" + arxiv, href: "https://arxiv.org/abs/" + arxiv))
    }
    if links.isEmpty, let url = details.url { links.append(LinkView(text: Link.shown(url), href: url)) }
    if let code = details.codeURL { links.append(LinkView(text: "code: " + Link.shown(code), href: code)) }
    return links
  }

  /// Categories, keywords and votes.
  func given(of paper: Int, from page: SitePath) -> [GivenView] {
    let details = library.papers[paper].details
    var given: [GivenView] = []
    func add(_ head: String, _ values: [SourcePartView]) {
      if !values.isEmpty { given.append(GivenView(head: head, values: Array(values.prefix(Self.valuesShown)))) }
    }
    add("Categories", parts(of: paper, .categories, names: details.categories, from: page))
    add("Given keywords", parts(of: paper, .givenKeywords, names: details.keywords, from: page))
    if let votes = details.upvotes { add("Votes", [SourcePartView(text: Wording.digits(votes))]) }
    return given
  }

  /// The values of one detail as the paper writes them, each linked to the page of its entry where it has one.
  private func parts(
    of paper: Int, _ kind: Register.Kind, names: [String], from page: SitePath
  ) -> [SourcePartView] {
    guard let register = plan.registers.first(where: { $0.kind == kind }) else {
      return names.map { SourcePartView(text: $0) }
    }
    return zip(names, register.entriesOfPaper[paper]).map { name, entry in
      SourcePartView(text: name, href: register.entries[entry].pages.first.map { href(to: $0, from: page) })
    }
  }
}
