import Testing
import Text

@testable import Pages

@Suite struct MarkdownPageTests {
  /// The parts of a page, or its opening where it has none; each line end left out.
  private func html(_ markdown: String, _ origin: MarkdownPage.Origin = .template) -> String {
    let page = MarkdownPage(Array(markdown.utf8), from: origin)
    return (page.opening.text + page.parts.text).replacing("\n", with: "")
  }

  @Test func pageIsCutIntoTitleOpeningAndParts() {
    let page = MarkdownPage(
      Array("# *A* title\n\nLead.\n\n## One {#h-one}\n\nText.\n\n## Two\n\n### Three\n".utf8))
    #expect(page.heading.text == "<em>A</em> title")
    #expect(page.opening.text == "<p>Lead.</p>")
    #expect(
      page.parts.text.replacing("\n", with: "")
        == "<section class=\"part\" aria-labelledby=\"h-one\"><h2 id=\"h-one\">One</h2><p>Text.</p></section>"
        + "<section class=\"part\" aria-labelledby=\"h-2\"><h2 id=\"h-2\">Two</h2><h3>Three</h3></section>")
  }

  @Test func emptyPageIsEmpty() { #expect(MarkdownPage([]) == MarkdownPage()) }

  @Test func entriesHaveTitleSentenceAndNote() {
    let markdown = """
      {.entries}
      1. [A](a.html)

         What it says.

         — [In 2 dumps]{span} [B](b.html)
      2. ### [C](c.html)

         — Rank [4]{.num}
      """
    #expect(
      html(markdown)
        == "<ol class=\"entries\"><li class=\"entry\"><p class=\"t\"><a href=\"a.html\">A</a></p>"
        + "<p class=\"say\">What it says.</p><p class=\"note\"><span>In 2 dumps</span> <a href=\"b.html\">B</a></p></li>"
        + "<li class=\"entry\"><h3 class=\"t\"><a href=\"c.html\">C</a></h3>"
        + "<p class=\"note\">Rank <span class=\"num\">4</span></p></li></ol>")
  }

  @Test func aSingleEntryNeedsNoSentence() {
    #expect(
      html("{.entries .compact}\n- A\n")
        == "<ol class=\"entries compact\"><li class=\"entry\"><p class=\"t\">A</p></li></ol>")
  }

  @Test func relatedPapersHaveReasons() {
    #expect(
      html("{.rel}\n1. [A](a.html)\n\n   Both: *x*\n")
        == "<ol class=\"rel\"><li><p class=\"t\"><a href=\"a.html\">A</a></p><p class=\"why\">Both: <em>x</em></p></li></ol>"
    )
  }

  @Test func contentsHaveLeaders() {
    #expect(
      html("{.toc}\n- [A · 2](a.html) · 1,204\n- B\n- C · 3 · 4\n- D ·\n")
        == "<ul class=\"toc\"><li><a href=\"a.html\">A · 2</a><span class=\"dots\"></span><span class=\"n\">1,204</span></li>"
        + "<li>B</li><li>C · 3<span class=\"dots\"></span><span class=\"n\">4</span></li><li>D ·</li></ul>")
  }

  @Test func termsAndPathsHaveTheirClass() {
    #expect(html("{.terms}\n- a\n- b\n") == "<ul class=\"terms\"><li>a</li><li>b</li></ul>")
    #expect(
      html("{.path}\n1. [Start here]{.sc} [[A](a.html) [(near)]{.soft}]{span}\n")
        == "<ol class=\"path\"><li><span class=\"sc\">Start here</span> <span><a href=\"a.html\">A</a> "
        + "<span class=\"soft\">(near)</span></span></li></ol>")
  }

  @Test func definitionsArePairs() {
    #expect(
      html("{dl .gloss}\n- [AB]{#a-ab}\n\n  alpha beta\n\n  also else\n")
        == "<dl class=\"gloss\"><div><dt><span id=\"a-ab\">AB</span></dt><dd>alpha beta</dd><dd>also else</dd></div></dl>"
    )
  }

  @Test func quotesWithAClassAreDivisions() {
    let markdown = """
      {.across .themes}
      > {section .theme}
      > > ### Graphs
      > >
      > > {.toc}
      > > - A · 1
      >
      > {.note}
      > > Far.

      > Plain.
      """
    #expect(
      html(markdown)
        == "<div class=\"across themes\"><section class=\"theme\"><h3>Graphs</h3><ul class=\"toc\"><li>A"
        + "<span class=\"dots\"></span><span class=\"n\">1</span></li></ul></section>"
        + "<div class=\"note\"><p>Far.</p></div></div><blockquote><p>Plain.</p></blockquote>")
  }

  @Test func paragraphsHeadingsAndCodeTakeAttributes() {
    #expect(html("{.lead #x}\nText\nmore.\n") == "<p id=\"x\" class=\"lead\">Textmore.</p>")
    #expect(html("{.side-note}\n\nText.\n") == "<p class=\"side-note\">Text.</p>")
    #expect(html("### Near {.nh #n}\n") == "<h3 id=\"n\" class=\"nh\">Near</h3>")
    #expect(html("{.tab}\n```\n{.x}\n```\n") == "<div class=\"tab\"><pre><code>{.x}</code></pre></div>")
  }

  @Test func tablesAlignByClassAndScroll() {
    #expect(
      html("{.ledger}\n| A | B |\n|---|--:|\n| a | 1 |\n")
        == "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table class=\"ledger\"><thead><tr>"
        + "<th>A</th><th class=\"r\">B</th></tr></thead><tbody><tr><td>a</td><td class=\"r\">1</td></tr></tbody></table></div>"
    )
  }

  @Test(arguments: [
    "{.x", "{}", "{ }", "{.x y}", "{#a #b}", "a {.x} b", "{.1}", "{script}", "{.x\"}", "{{x}}", "{.x}{.y}",
  ])
  func otherBracesAreText(_ text: String) {
    #expect(html("a\n\n\(text)\n").contains("<p>\(text.replacing("\"", with: "&quot;"))</p>"))
  }

  @Test func textOfPapersCannotActAsAttributes() {
    for text in ["{.entries}", "x {#id}", "[x]{.soft}"] {
      #expect(html("\(Markup(markdown: text).text)\n\n- a\n") == "<p>\(text)</p><ul><li>a</li></ul>")
      #expect(html("## \(Markup(markdown: text).text)\n").contains(">\(text)</h2>"))
    }
  }

  @Test func linksAreHeldToSafeSchemes() {
    #expect(
      html("[a](javascript:x) [b](ftp://x) [c](//h/x) [d](x.html#y:z)")
        == "<p>a b <a href=\"//h/x\">c</a> <a href=\"x.html#y:z\">d</a></p>")
    #expect(
      html("[a](doi:10.1/2) <mailto:a@b.c>")
        == "<p><a href=\"https://doi.org/10.1/2\">a</a> <a href=\"mailto:a@b.c\">mailto:a@b.c</a></p>")
  }

  @Test func imagesAreTheSitesOwn() {
    #expect(
      html("![a](data:image/png;base64,AA) ![b](https://h/x.png) ![c](//h/x) ![d](img/x.png)")
        == "<p>a b c <img src=\"img/x.png\" alt=\"d\" /></p>")
  }

  @Test func rawHTMLIsShownAsText() {
    #expect(
      html("<script>x</script>\n\na <b>c</b>\n") == "<p>&lt;script&gt;x&lt;/script&gt;</p><p>a &lt;b&gt;c&lt;/b&gt;</p>"
    )
  }

  @Test func publishersMayStrikeAndLinkAndTemplatesNot() {
    let markdown = "~~a~~ www.example.org\n"
    #expect(html(markdown, .publisher) == "<p><del>a</del> <a href=\"http://www.example.org\">www.example.org</a></p>")
    #expect(html(markdown) == "<p>~~a~~ www.example.org</p>")
  }

  @Test func marksBecomeElements() {
    let start = String(decoding: MarkdownMark.markStart.bytes, as: UTF8.self)
    let end = String(decoding: MarkdownMark.markEnd.bytes, as: UTF8.self)
    #expect(html("a \(start)b [c](d)\(end) e\n") == "<p>a <mark>b <a href=\"d\">c</a></mark> e</p>")
    #expect(html("a ![x\(start)y\(end)](b)\(end)\n") == "<p>a <img src=\"b\" alt=\"xy\" /></p>")
    #expect(String(decoding: MarkdownMark.readable(Array("a \(start)b\(end)".utf8)), as: UTF8.self) == "a b")
    #expect(html("a *b \(start)c* d\(end)\n") == "<p>a <em>b <mark>c</mark></em> d</p>")
    #expect(html("a [b *c]{.x} d*\n") == "<p>a <span class=\"x\">b <em>c d</em></span></p>")
    #expect(MarkdownMark.removed(from: MarkdownMark.spanEnd.bytes + [0x61, 0x00, 0x07, 0x0A, 0x7F]) == [0x61, 0x0A])
  }

  @Test func formulasBecomeMathML() {
    var markdown = Array("# A ".utf8)
    MarkdownMark.appendMath("x<y".utf8, to: &markdown)
    markdown += Array("\n\na ".utf8)
    MarkdownMark.appendMath("^2".utf8, to: &markdown)
    markdown += Array(" *b*\n".utf8)
    let page = MarkdownPage(markdown)
    #expect(page.heading.text == "A <math><mi>x</mi><mo>&lt;</mo><mi>y</mi></math>")
    #expect(page.opening.text == "<p>a ² <em>b</em></p>")
    #expect(String(decoding: MarkdownMark.readable(markdown), as: UTF8.self) == "# A $x<y$\n\na $^2$ *b*\n")
  }
}
