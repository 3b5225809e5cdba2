import Diagnostics
import Testing

@testable import Offprint

@Suite("offprint.yml")
struct ConfigurationTests {
  @Test("every key is taken")
  func all() throws {
    let configuration = try ConfigurationReader.read(
      """
      title: Graphs
      description: Papers on graphs.
      base-url: https://example.org/graphs
      date: 2026-02-28
      language: de
      dumps:
        - lists/a.txt
        - lists
      output: out
      topics: 12
      markdown: true
      colour: "#1c4a87"
      colour-dark: "#8AB4F8"
      """, file: "offprint.yml")
    var expected = Configuration()
    expected.title = "Graphs"
    expected.description = "Papers on graphs."
    expected.baseURL = "https://example.org/graphs/"
    expected.date = "2026-02-28"
    expected.language = "de"
    expected.dumps = ["lists/a.txt", "lists"]
    expected.output = "out"
    expected.topics = 12
    expected.markdown = true
    expected.colours.light = Colour("#1c4a87")
    expected.colours.dark = Colour("#8ab4f8")
    #expect(configuration == expected)
  }

  @Test("an empty file is all defaults", arguments: ["", "# nothing yet\n", "topics: auto\n"])
  func defaults(_ text: String) throws {
    #expect(try ConfigurationReader.read(text, file: "o.yml") == Configuration())
  }

  @Test(
    "a mistake is named with line and column",
    arguments: [
      ("title: A\ntitel: B\n", "o.yml:2:1: error[config.unknown-key]: There is no key \"titel\"."),
      ("colour: red\n", "o.yml:1:9: error[config.type]: A colour in quotes is expected here, such as \"#8c1d2f\"."),
      (
        "colour: \"#ffee88\"\n",
        "o.yml:1:9: error[config.contrast]: The colour is too close to that of the paper."
      ),
      ("topics: many\n", "o.yml:1:9: error[config.type]: `auto` or a number from 1 to 500 is expected here."),
      ("topics: 0\n", "o.yml:1:9: error[config.type]: `auto` or a number from 1 to 500 is expected here."),
      ("date: 2026-02-29\n", "o.yml:1:7: error[config.type]: A day is expected here, such as 2026-11-21."),
      ("dumps: a.txt\n", "o.yml:1:8: error[config.type]: A list is expected here, one `- item` a line."),
      ("markdown: perhaps\n", "o.yml:1:11: error[config.type]: `true` or `false` is expected here."),
      (
        "base-url: example.org\n",
        "o.yml:1:11: error[config.type]: A web address is expected here, such as https://example.org/papers/."
      ),
      (
        "language: the english one\n",
        "o.yml:1:11: error[config.type]: A language is expected here by its tag, such as `en` or `pt-BR`."
      ),
      (
        "output: ../out\n",
        "o.yml:1:9: error[config.type]: A folder below this one is expected here, such as `public`."
      ),
      (
        "output: /tmp/out\n",
        "o.yml:1:9: error[config.type]: A folder below this one is expected here, such as `public`."
      ),
      ("output: ./\n", "o.yml:1:9: error[config.type]: A folder below this one is expected here, such as `public`."),
      (
        "output: dumps/out\n",
        "o.yml:1:9: error[config.folder]: The edition would stand among the files that it is made of."
      ),
      (
        "title: A\n# x\ntitle: B\n",
        "o.yml:3:1: error[config.twice]: The key \"title\" stands here for the second time."
      ),
      ("- a\n- b\n", "o.yml:1:1: error[config.shape]: The configuration is to be a list of `key: value` lines."),
    ])
  func mistakes(_ text: String, _ expected: String) throws {
    let failure = #expect(throws: Failure.self) { try ConfigurationReader.read(text, file: "o.yml") }
    #expect(failure.map { ConsoleForm().text(of: $0.diagnostics[0]).hasPrefix(expected) } == true)
  }

  @Test("a mistyped key is asked about, and all mistakes are told at once")
  func near() throws {
    let failure = #expect(throws: Failure.self) {
      try ConfigurationReader.read("titel: A\ntopics: x\n", file: "o.yml")
    }
    #expect(failure?.diagnostics.map(\.hint) == ["Did you mean \"title\"?", nil])
  }
}

@Suite("Front matter of a publisher's page")
struct FrontMatterTests {
  @Test("title and order come from the head, the body is the rest")
  func whole() throws {
    let page = try FrontMatter.page("---\ntitle: About us\norder: 2\n---\nText.\n", file: "pages/about.md")
    #expect(page?.title == "About us")
    #expect(page?.order == 2)
    #expect(page?.markdown == "Text.\n")
    #expect(page?.stem == "about")
  }

  @Test("without a head the first heading is the title, else the file's name")
  func bare() throws {
    #expect(try FrontMatter.page("# Hello\n\nText", file: "a.md")?.title == "Hello")
    #expect(try FrontMatter.page("Text", file: "a.md")?.title == "a")
  }

  @Test("a draft is no page")
  func draft() throws {
    #expect(try FrontMatter.page("---\ndraft: true\n---\nText", file: "a.md") == nil)
  }

  @Test("an unknown key is named with its line in the file")
  func unknown() throws {
    let failure = #expect(throws: Failure.self) {
      try FrontMatter.page("---\ntitle: A\nauthor: B\n---\n", file: "a.md")
    }
    #expect(failure?.diagnostics.first?.position == SourcePosition(file: "a.md", line: 3, column: 1))
  }
}
