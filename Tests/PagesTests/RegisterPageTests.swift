import Papers
import Planning
import Testing

@testable import Pages

@Suite struct RegisterPageTests {
  private static func pages() throws -> [String: String] {
    var library = MiniEdition.library
    for at in library.papers.indices {
      library.papers[at].details.authors = [
        Author(given: "Ada", family: "Lovelace"), Author(given: "N. <\(at)>", family: "Solo"),
      ]
      library.papers[at].details.year = 2020 + at / 4
      library.papers[at].details.venue = "Meeting on [Nets]"
      library.papers[at].details.categories = ["cs.LG", "only.\(at)"]
      library.papers[at].details.keywords = ["nets & stars"]
      library.papers[at].details.codeURL = "https://github.com/a/b\(at)"
      library.papers[at].details.upvotes = 1_234
    }
    return try MiniEdition.pages(try MiniEdition.content(library))
  }

  @Test func everyRegisterHasItsPages() throws {
    let pages = try Self.pages()
    for path in [
      "authors/index.html", "authors/ada-lovelace.html", "venues/index.html", "venues/meeting-on-nets.html",
      "years/index.html", "years/2020.html", "years/2021.html", "categories/index.html", "categories/cs-lg.html",
      "given-keywords/index.html",
    ] {
      #expect(pages[path] != nil, "\(path) is missing")
    }
    let authors = try #require(pages["authors/index.html"])
    #expect(authors.contains(">Lovelace, Ada</a>"))
    #expect(authors.contains("href=\"../papers/graph-networks-a-survey.html\">Solo, N. &lt;0&gt;</a>"))
    let author = try #require(pages["authors/ada-lovelace.html"])
    #expect(author.contains("7 papers, 2020 to 2021."))
    #expect(author.contains("../papers/old-net.html"))
  }

  @Test func aPaperLinksToWhatItSharesWithOthers() throws {
    let paper = try #require(try Self.pages()["papers/old-net.html"])
    for part in [
      "<a href=\"../authors/ada-lovelace.html\">Ada Lovelace</a>, N. &lt;5&gt; Solo",
      "<a href=\"../venues/meeting-on-nets.html\">Meeting on [Nets]</a>", "<a href=\"../years/2021.html\">2021</a>",
      "<a href=\"../categories/cs-lg.html\">cs.LG</a>, only.5", "nets &amp; stars</a>",
      "<a href=\"https://github.com/a/b5\">", "1,234",
    ] {
      #expect(paper.contains(part), "\(part) is missing")
    }
  }

  @Test func withoutDetailsThereIsNoneOfThis() throws {
    let pages = try MiniEdition.pages(try MiniEdition.content())
    #expect(!pages.keys.contains { $0.hasPrefix("authors/") || $0.hasPrefix("years/") || $0.hasPrefix("venues/") })
    #expect(pages.values.allSatisfy { !$0.contains(">Authors</a>") })
  }

  @Test func manyAuthorsStandAtTheEndOfThePage() throws {
    var library = MiniEdition.library
    library.papers[0].details.authors = (0..<3_000).map { Author(given: "A\($0)", family: "B") }
    let pages = try MiniEdition.pages(try MiniEdition.content(library))
    let paper = try #require(pages["papers/graph-networks-a-survey.html"])
    #expect(paper.contains("A7 B <a href=\"#authors\">and\u{A0}2,992\u{A0}others</a>"))
    #expect(paper.contains("A2998 B, A2999 B."))
  }
}
