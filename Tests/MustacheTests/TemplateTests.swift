import Testing
import Text

@testable import Mustache

@Suite struct TemplateTests {
  let books = [Book(title: "Coasts", pages: 90), Book(title: "Isles & Reefs", pages: 120), Book(title: "Poles")]

  @Test func textIsEscapedForHTML() throws {
    #expect(try shown("<p>{{name}}</p>", Shelf(name: "<i>&\"'\u{1}\u{7F}\u{85}")) == "<p>&lt;i&gt;&amp;&quot;&#39;</p>")
  }

  @Test func textIsEscapedForMarkdown() throws {
    #expect(try shown("{{name}}\n", Shelf(name: "# *a*\n{.x}"), name: "t.md") == "\\# \\*a\\* \\{.x}\n")
  }

  @Test func markupIsWrittenAsItIs() throws {
    #expect(try shown("{{{seal}}}{{&seal}}") == "<b>seal</b><b>seal</b>")
  }

  @Test func optionalTextShowsItsSectionOnlyWhereItIsThere() throws {
    let template = "{{#note}}<i>{{.}}</i>{{/note}}{{^note}}none{{/note}}"
    #expect(try shown(template, Shelf(note: "old")) == "<i>old</i>")
    #expect(try shown(template, Shelf(note: "")) == "none")
    #expect(try shown(template) == "none")
  }

  @Test func numbersThatAre0HideTheirSection() throws {
    let template = "{{#books}}{{title}}{{#pages}} ({{.}} of {{pages}}){{/pages}};{{/books}}"
    #expect(
      try shown(template, Shelf(books: books))
        == "Coasts (90 of 90);Isles &amp; Reefs (120 of 120);Poles;")
  }

  @Test func listsKnowTheirPlace() throws {
    let template =
      "{{books.-count}}: {{#books}}{{-index}} {{title}}{{^-last}}, {{/-last}}{{#-first}}!{{/-first}}{{/books}}"
    #expect(try shown(template, Shelf(books: books)) == "3: 1 Coasts, !2 Isles &amp; Reefs, 3 Poles")
  }

  @Test func placeOfTheOuterListReturnsAfterTheInnerOne() throws {
    let nested = [Book(title: "A", parts: [Book(title: "x"), Book(title: "y")]), Book(title: "B")]
    let template = "{{#books}}{{#parts}}{{title}}{{-index}}{{/parts}}{{title}}{{-index}} {{/books}}"
    #expect(try shown(template, Shelf(books: nested)) == "x1y2A1 B2 ")
  }

  @Test func stringsAreItemsOfLists() throws {
    #expect(try shown("{{#tags}}<{{.}}>{{/tags}}") == "<a><b>")
  }

  @Test func namesResolveOutwards() throws {
    let template = "{{#keeper}}{{name}} {{#books}}{{title}} of {{name}}{{/books}}{{/keeper}}{{^keeper}}-{{/keeper}}"
    let shelf = Shelf(books: [Book(title: "Coasts")], keeper: Keeper(name: "Ada"))
    #expect(try shown(template, shelf) == "Ada Coasts of Ada")
    #expect(try shown(template) == "-")
  }

  @Test func dottedNamesGoThroughParts() throws {
    #expect(try shown("{{keeper.name}}{{#keeper.name}}!{{/keeper.name}}", Shelf(keeper: Keeper(name: "Ada"))) == "Ada!")
    #expect(try shown("{{keeper.name}}{{^keeper.name}}?{{/keeper.name}}") == "?")
  }

  @Test func partialsAreFoundBesideAndByFormat() throws {
    let html = ("layouts/entry.html", "[{{title}}]")
    let markdown = ("pages/entry.md", "- {{title}}\n")
    let shelf = Shelf(books: books)
    #expect(
      try shown("{{#books}}{{>entry}}{{/books}}", shelf, name: "other/t.html", html, markdown)
        == "[Coasts][Isles &amp; Reefs][Poles]")
    #expect(
      try shown("{{#books}}\n{{>entry}}\n{{/books}}\n", shelf, name: "pages/t.md", html, markdown)
        == "- Coasts\n- Isles \\& Reefs\n- Poles\n")
  }

  @Test func partialsCallThemselvesForNestedData() throws {
    let nested = [Book(title: "A", parts: [Book(title: "B", parts: [Book(title: "C")])]), Book(title: "D")]
    let partial = ("tree.md", "- {{title}}\n{{#parts}}\n  {{>tree}}\n{{/parts}}\n")
    #expect(
      try shown("{{#books}}\n{{>tree}}\n{{/books}}\n", Shelf(books: nested), name: "t.md", partial)
        == "- A\n  - B\n    - C\n- D\n")
  }

  @Test func layoutsHaveBlocksToFill() throws {
    let layout = (
      "layouts/frame.html", "<title>{{$title}}{{name}}{{/title}}</title>\n<main>\n  {{$main}}\n  {{/main}}\n</main>\n"
    )
    let page = "{{<frame}}{{$title}}All of {{name}}{{/title}}\n{{$main}}\n<p>\nx</p>\n{{/main}}\n{{/frame}}\n"
    #expect(
      try shown(page, name: "layouts/t.html", layout)
        == "<title>All of Maps</title>\n<main>\n  <p>\n  x</p>\n</main>\n")
  }

  @Test func blocksOfPartialsAreFilledToo() throws {
    let text = try shown(
      "{{<frame}}{{$note}}x{{/note}}{{/frame}}", Shelf(), ("frame.html", "[{{>inner}}]"),
      ("inner.html", "{{$note}}-{{/note}}"))
    #expect(text == "[x]")
  }

  @Test func laterFilesReplaceEarlierOnes() throws {
    let set = try TemplateSet(files: [("a.html", "old"), ("a.html", "new")])
    #expect(try set.template("a.html", for: Shelf.self).render(Shelf()) == Array("new".utf8))
  }

  @Test func addressesAreHeldToSafeSchemes() throws {
    let template = "<a href=\"{{name}}\">"
    #expect(try shown(template, Shelf(name: "java\tscript:alert(1)")) == "<a href=\"#\">")
    #expect(try shown(template, Shelf(name: "https://a.b/?c&d")) == "<a href=\"https://a.b/?c&amp;d\">")
    #expect(try shown(template, Shelf(name: "../a/b.html#c:d")) == "<a href=\"../a/b.html#c:d\">")
    let link = "[x]({{name}}) {{name}}"
    #expect(try shown(link, Shelf(name: "a (b)<c>"), name: "t.md") == "[x](a%20%28b%29%3Cc%3E) a (b)\\<c>")
    #expect(try shown("<{{name}}>", Shelf(name: "javascript:x"), name: "t.md") == "<#>")
  }

  @Test func renderingAppends() throws {
    let template = try TemplateSet(files: [("a.html", "b")]).template("a.html", for: Shelf.self)
    var output = Array("a".utf8)
    template.render(Shelf(), into: &output)
    #expect(output == Array("ab".utf8))
  }

  @Test func dataNestedWithoutEndAreCutOff() throws {
    var book = Book(title: "x")
    for _ in 0..<1000 { book = Book(title: "x", parts: [book]) }
    let partial = ("tree.html", "{{title}}{{#parts}}{{>tree}}{{/parts}}")
    let text = try shown("{{#books}}{{>tree}}{{/books}}", Shelf(books: [book]), partial)
    #expect(text == String(repeating: "x", count: 200))
  }
}
