/// The text of one list item of Markdown with its links taken out.
struct MarkdownLinks {
  /// A link: its words, its address and where it stands in `text`.
  struct Link {
    var words: String
    var address: String
  }

  /// Pieces of the item in their order: text, and links by their index.
  private enum Piece { case text(String), link(Int) }

  private var pieces: [Piece] = []
  private(set) var links: [Link] = []

  init(_ item: String) {
    var rest = Substring(item)
    while let close = rest.firstRange(of: "](") {
      guard let open = Self.opening(rest, before: close.lowerBound),
        let end = rest[close.upperBound...].firstIndex(of: ")")
      else {
        pieces.append(.text(String(rest[..<close.upperBound])))
        rest = rest[close.upperBound...]
        continue
      }
      pieces.append(.text(String(rest[..<open])))
      pieces.append(.link(links.count))
      let words = rest[rest.index(after: open)..<close.lowerBound]
      let address = rest[close.upperBound..<end].prefix { !$0.isWhitespace }
      links.append(Link(words: Self.unmarked(String(words)), address: String(address)))
      rest = rest[rest.index(after: end)...]
    }
    pieces.append(.text(String(rest)))
  }

  /// The bracket that a link's words begin with; brackets inside are in balance.
  private static func opening(_ text: Substring, before close: Substring.Index) -> Substring.Index? {
    var level = 0
    var at = close
    while at > text.startIndex {
      at = text.index(before: at)
      if text[at] == "]" { level += 1 }
      if text[at] == "[" {
        if level == 0 { return at }
        level -= 1
      }
    }
    return nil
  }

  /// Without the stars and underscores around words.
  private static func unmarked(_ text: String) -> String {
    trimmed(text.replacing("**", with: "").replacing("__", with: "").replacing("`", with: ""))
  }

  /// The words alone.
  var plain: String { text(of: pieces[...]) }

  private func text(of pieces: ArraySlice<Piece>, withLinks: Bool = true) -> String {
    let words = pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .link(let link): withLinks && !Self.isLabel(links[link].words) ? links[link].words : ""
      }
    }
    return Self.unmarked(words.joined())
  }

  /// Whether the words of a link name what it leads to, not a paper.
  private static func isLabel(_ words: String) -> Bool {
    let word = words.lowercased().filter { $0.isLetter }
    return labels.contains(word) || words.utf8.count < 3
  }

  private static let labels: Set<String> = [
    "paper", "pdf", "arxiv", "code", "link", "links", "project", "projectpage", "page", "website", "github", "video",
    "slides",
    "blog", "demo", "data", "dataset", "model", "models", "abs", "html", "doi", "url", "bib", "bibtex", "openreview",
    "tweet",
    "poster", "supplementary", "appendix", "homepage", "weights", "colab", "huggingface", "here",
  ]

  /// The paper of an item: the first link that is no label gives its title, else the words before the first link.
  var paper: FoundPaper {
    var paper = FoundPaper()
    let named = pieces.firstIndex { if case .link(let link) = $0 { !Self.isLabel(links[link].words) } else { false } }
    if let named, case .link(let link) = pieces[named] {
      paper.title = links[link].words
      paper.abstract = Self.bare(text(of: pieces[(named + 1)...]))
    } else {
      let words = text(of: pieces[..<1])
      paper.title = Self.bare(words)
      paper.abstract = Self.bare(text(of: pieces.dropFirst(), withLinks: false))
    }
    let addresses = links.compactMap { Identifiers.webAddress($0.address) }
    paper.details.url =
      named.flatMap {
        if case .link(let link) = pieces[$0] { Identifiers.webAddress(links[link].address) } else { nil }
      } ?? addresses.first
    paper.details.arxivID = addresses.lazy.compactMap(Identifiers.arxivOfAddress).first
    paper.details.doi = addresses.lazy.filter { $0.contains("doi.org/") }.compactMap(Identifiers.doi).first
    paper.details.codeURL = addresses.first { $0.contains("://github.com/") || $0.contains("://gitlab.com/") }
    if paper.details.codeURL == paper.details.url, addresses.count == 1 { paper.details.codeURL = nil }
    return paper
  }

  /// Without the brackets, dashes and colons that part an item's pieces.
  private static func bare(_ text: String) -> String {
    let marks = " -–—:|,;.·[]()/\\"
    var rest = Substring(text.replacing("[]", with: "").replacing("()", with: ""))
    while let first = rest.first, marks.contains(first), !(first == "(" && rest.contains(")")) { rest.removeFirst() }
    while let last = rest.last, " -–—:|,;·[(/\\".contains(last) { rest.removeLast() }
    return String(rest)
  }
}
