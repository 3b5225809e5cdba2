import Testing
import Text

@testable import Pages

@Suite("Pieces of lists are printed once for all pages")
struct PieceCacheTests {
  private static let list = """
    # Title

    ## Papers {#papers}

    {.entries}
    - [One \\[a\\]](papers/1.html) {#p-1}

      What it says.

      — Rank 1

    - [Two](papers/2.html) {#p-2}

      — Rank 2 [Topic](topics/t.html)

    ## More {#more}

    {.entries}
    - [Two](papers/2.html) {#p-3}

      — Rank 2 [Topic](topics/t.html)
    - lazy
    after it

    Text behind.
    """

  private func page(_ text: String, _ cache: PieceCache?) -> MarkdownPage {
    MarkdownPage(Array(text.utf8), from: .template, pieces: cache)
  }

  @Test("with all, some or none of them known a page is the same")
  func same() {
    let cache = PieceCache()
    let plain = page(Self.list, nil)
    #expect(plain.parts.text.contains("<p class=\"say\">What it says.</p>"))
    #expect(page(Self.list, cache) == plain)
    #expect(page(Self.list, cache) == plain)
    let other = Self.list.replacing("Rank 1", with: "Rank 4")
    #expect(page(other, cache) == page(other, nil))
    let opening = "{.entries}\n- [Two](papers/2.html) {#p-2}\n\n  — Rank 2 [Topic](topics/t.html)\n"
    #expect(page(opening, cache) == page(opening, nil))
  }

  @Test("an entry that is known is taken out of what cmark reads, one without an empty line behind it stays")
  func entries() throws {
    let cache = PieceCache()
    _ = page(Self.list, cache)
    let source = try #require(PieceSource(Array(Self.list.utf8), cache))
    #expect(source.known.places.count == 2 && source.known.places.allSatisfy { $0 != nil })
    let left = String(decoding: source.markdown, as: UTF8.self)
    #expect(!left.contains("What it says.") && left.contains("- lazy\nafter it"))
  }

  private static let links = """
    # Title

    {.terms}
    - [vision](../keywords/vision.html)
    - no link
    - [a \\[b\\] `c` *d*](../keywords/a.html)

    ## Related {#related}

    {.rel}
    1. [One](1.html)

       Both: *vision, planning*; same topic

    1. [Two: a *second* one](2.html)

       in Planning

    1. [Three](3.html)

    1. [Four](4.html)

       ## no words

    1. [Five](5.html)

       Both: *vision*
       and more

    {.rel}
    1. [One](1.html)

       Other words {.attributes}

    1. [Two: a *second* one](2.html)
    """

  @Test("links of terms and related papers are the same, known or not, whatever stands below them")
  func lines() throws {
    let cache = PieceCache()
    let plain = page(Self.links, nil)
    #expect(plain.opening.text.contains("<li><a href=\"../keywords/vision.html\">vision</a></li>"))
    #expect(plain.parts.text.contains("<p class=\"t\"><a href=\"1.html\">One</a></p>\n<p class=\"why\">Both"))
    #expect(page(Self.links, cache) == plain)
    #expect(page(Self.links, cache) == plain)
    let source = try #require(PieceSource(Array(Self.links.utf8), cache))
    #expect(source.known.places.count == 7 && source.known.places.allSatisfy { $0 != nil })
    let left = String(decoding: source.markdown, as: UTF8.self)
    #expect(!left.contains("vision.html") && left.contains("[Four](4.html)\n\n   ## no words"))
  }

  @Test(
    "what is no item of one link is the same too",
    arguments: [
      "{.terms}\n- [a](a.html)\n  goes on\n- [a](a.html)\n", "{.terms}\n- [a](a.html)\ngoes on\n- [a](a.html)",
      "{.terms}\n- [a](a.html)\n\n- [b](b.html)\n", "{.terms}\n- [a]: b.html (c)\n- [a](a.html)\n- [a]",
      "{.terms}\n- [a](a.html)\n- [b](b.html) [c](c.html)\n  - [d](d.html)\n", "{.rel}\n1. [a](a.html)\n1. [a](a.html)",
      "{.rel}\n1. [a](a.html)\n\n   words\n1. [a](a.html)\n\n   - words\n", "{.rel}\n1. [a](a.html) {.k}\n\n   words",
      "{.rel}\n1. [a](a.html)\n\n    words\n\n1. [a](a.html)\n\n  words\n",
      "{.rel}\n1. [a](a.html)\n\n   words\n\n   more\n",
      "{.terms}\n- [a](a.html)\n-b\n- [a](a.html)\n- [a](a.html)\n-\n- [a](a.html)", "{.terms}\n- [a](a.html)\n---\n",
      "{.terms}\n- [a](a.html)\n- [b](b.html)\n\n\n- [a](a.html)\n",
      "{.terms}\n- [a](a.html)\n- b\n- [a](a.html)\n\n  c\n",
      "{.terms}\n- [a](a.html)\n- [a](a.html)\n\n* [a](a.html)\n",
      "{.terms}\n- [a](a.html)\n- [a](a.html)\n\n    code\n",
      "{.rel}\n1. [a](a.html)\n\n   words\n   ---\n\n1. [a](a.html)\n\n   words\n",
      "words\n{.terms}\n- [a](a.html)\n", "{.terms}\n- [a](a.html)\n- \n- [a](a.html)\n", "{.terms}\n- [a](a b c)\n",
      "{.entries}\n- [a](a.html)\n\n{.terms}\n- [a](a.html)\n\n{.entries}\n- [a](a.html)\n\n- [b](b.html)\n\n",
    ])
  func others(_ text: String) {
    let cache = PieceCache()
    let plain = page(text, nil)
    #expect(page(text, cache) == plain)
    #expect(page(text, cache) == plain)
    let known = "{.terms}\n- [a](a.html)\n- [b](b.html)\n\n{.entries}\n- [a](a.html)\n\n- [b](b.html)\n\n"
    #expect(page(known, cache) == page(known, nil))
    #expect(page(text, cache) == plain)
  }

  @Test("a text cannot name a piece by its mark")
  func forged() {
    let scalars = ([0xFDDA] + Array(repeating: UInt32(0xFDE0), count: 8)).compactMap(Unicode.Scalar.init)
    let forged = String(String.UnicodeScalarView(scalars))
    #expect(Markup(markdown: "a\(forged)b").text == "ab")
  }
}
