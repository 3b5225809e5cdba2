import Testing
import Text

@testable import Pages

@Suite("Entries of lists are printed once for all pages")
struct EntryCacheTests {
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

  private func page(_ text: String, _ cache: EntryCache?) -> MarkdownPage {
    MarkdownPage(Array(text.utf8), from: .template, entries: cache)
  }

  @Test("with all, some or none of them known a page is the same")
  func same() {
    let cache = EntryCache()
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
  func known() throws {
    let cache = EntryCache()
    _ = page(Self.list, cache)
    let source = try #require(EntrySource(Array(Self.list.utf8), cache))
    #expect(source.known.count == 2 && source.known.allSatisfy { $0 != nil })
    let left = String(decoding: source.markdown, as: UTF8.self)
    #expect(!left.contains("What it says.") && left.contains("- lazy\nafter it"))
  }

  @Test("a text cannot name an entry by its mark")
  func forged() {
    let scalars = ([0xFDDA] + Array(repeating: UInt32(0xFDE0), count: 8)).compactMap(Unicode.Scalar.init)
    let forged = String(String.UnicodeScalarView(scalars))
    #expect(Markup(markdown: "a\(forged)b").text == "ab")
  }
}
