import Diagnostics
import Foundation
import Testing

@testable import Offprint

@Suite("From dumps to a published edition")
struct EndToEndTests {
  @Test("a site folder becomes pages, data and a report whose counts add up")
  func whole() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(40), "pages/about.md": "---\ntitle: About\n---\nHello."])
    let result = try site.build()
    #expect(result.tally.read == 40 && result.tally.papers == 40 && result.tally.dropped == 0)
    let files = try site.files()
    for name in ["index.html", "topics/index.html", "search.html", "404.html", "about.html", "papers.jsonl"] {
      #expect(files[name] != nil, "\(name) is missing")
    }
    #expect(files.keys.filter { $0.hasPrefix("papers/") && $0.hasSuffix(".html") }.count == 40)
    #expect(site.text("public/papers.jsonl").split(separator: "\n").count == 40)
    let index = site.text("public/index.html")
    #expect(index.contains("40 papers"))
    #expect(site.text("public/report.json").contains("\"broken\":0,"))
  }

  @Test("search, feeds and lists hold formulas as plain characters, and the sentence of a paper stays its sentence")
  func plainFormulas() throws {
    let entry = #"""
      $L^2$Net: Learning in $\mathcal{X}$
      It costs $O(n^2)$ today. We propose $L^2$Net, a network that learns in $O(n\log n)$ steps. It is *fast*.

      """#
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(9) + entry])
    try site.build()
    for (name, data) in try site.files()
    where name.hasPrefix("search/") || name.hasSuffix("feed.xml") || name.hasSuffix(".ris") {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains("$L^2$") && !text.contains("mathcal"), "\(name)")
    }
    #expect(try site.files()["papers/l2net-learning-in-x.html"] != nil)
    let abstract = "It costs $n^2$ now. We propose $L^2$. End."
    let plain = "It costs n² now. We propose L². End."
    let range = try #require(SearchDocuments.range(20..<37, of: abstract, in: plain))
    #expect(String(decoding: Array(plain.utf8)[range], as: UTF8.self) == "We propose L².")
    #expect(SearchDocuments.range(0..<9, of: plain, in: plain) == 0..<9)
    #expect(SearchDocuments.range(30..<99, of: abstract, in: plain) == nil)
  }

  @Test("any number of papers makes a site", arguments: [0, 1, 2, 3, 10])
  func small(_ count: Int) throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(count)])
    let result = try site.build()
    #expect(result.tally.papers == count)
    #expect(try site.files()["index.html"] != nil)
  }

  @Test("dumps that share no paper make a site: what is new and where to start may be the same paper")
  func disjoint() throws {
    let site = try MiniSite(["dumps/a.txt": MiniSite.dump(8), "dumps/b.txt": MiniSite.dump(8, from: 100)])
    #expect(try site.build().tally.papers == 16)
    let tiny = try MiniSite(["dumps/a.txt": MiniSite.dump(2), "dumps/b.txt": MiniSite.dump(1, from: 100)])
    #expect(try tiny.build().tally.papers == 3)
  }

  @Test("two builds give the same bytes: another folder, one thread or two, files named in another order")
  func same() throws {
    let dumps = ["dumps/a.txt": MiniSite.dump(30), "dumps/b.txt": MiniSite.dump(30, from: 20)]
    let one = try MiniSite(dumps)
    let other = try MiniSite(dumps)
    try one.build(threads: 1)
    try other.build(threads: 2) { $0.inputs = ["\(other.path)/dumps/b.txt", "\(other.path)/dumps/a.txt"] }
    #expect(try one.files() == other.files())
  }

  @Test("a rebuild writes nothing when nothing changed, and only what differs when something did")
  func rebuild() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(40)])
    try site.build()
    #expect(try site.build().outcome.written.isEmpty)
    try site.write("pages/note.md", Data("A note.".utf8))
    let written = try site.build().outcome.written.map(\.value)
    #expect(written.contains("note.html"))
    #expect(!written.contains("papers.jsonl"))
  }

  @Test("a build from the very same things makes nothing and tells the same, whatever the files' times say")
  func standing() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(40), "dumps/bad.jsonl": "{broken\n"])
    let first = try site.build()
    #expect(first.diagnostics.contains { $0.severity > .note })
    try site.write("dumps/list.txt", Data(MiniSite.dump(40).utf8))
    let second = try site.build()
    #expect(second.phases.map(\.name) == ["compare"])
    #expect(second.outcome.files == first.outcome.files && second.outcome.written.isEmpty)
    #expect(second.diagnostics == first.diagnostics)
    #expect(second.tally == first.tally && second.topics == first.topics)
  }

  @Test("a build without the record of the last one makes everything again and finds nothing to write")
  func again() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(40)])
    try site.build()
    let before = try site.files()
    try FileManager.default.removeItem(atPath: "\(site.path)/public/.offprint/build.json")
    let result = try site.build()
    #expect(result.phases.count > 1 && result.outcome.written.isEmpty)
    #expect(try site.files() == before)
  }

  @Test(
    "whatever differs is made anew",
    arguments: [
      "dumps/list.txt", "dumps/more.txt", "offprint.yml", "pages/note.md", "templates/pages/theme.md", "ledger.json",
    ])
  func differing(_ name: String) throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(12)])
    try site.build()
    let contents = [
      "dumps/list.txt": MiniSite.dump(13), "dumps/more.txt": MiniSite.dump(4, from: 50), "offprint.yml": "title: Other",
      "pages/note.md": "Hello.", "templates/pages/theme.md": "# {{name}}\n",
      "ledger.json": site.text("ledger.json").replacingOccurrences(of: "\"topics\":[", with: "\"topics\": ["),
    ]
    try site.write(name, Data((contents[name] ?? "").utf8))
    #expect(try site.build().phases.count > 1)
  }

  @Test(
    "an output file that was edited or removed is mended by the next build", arguments: ["index.html", "papers.jsonl"])
  func mending(_ name: String) throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(12)])
    try site.build()
    let before = try site.files()
    try site.write("public/\(name)", (before[name] ?? Data()) + Data("x".utf8))
    #expect(try site.build().outcome.written.map(\.value) == [name])
    try FileManager.default.removeItem(atPath: "\(site.path)/public/\(name)")
    #expect(try site.build().outcome.written.map(\.value) == [name])
    #expect(try site.files() == before)
  }

  @Test("a strict build of faulty input publishes nothing and keeps the old edition")
  func strict() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(8)])
    try site.build()
    let before = try site.files()
    try site.write("dumps/bad.jsonl", Data("{\"title\": \"A\", \"abstract\": \"B\"}\n{broken\n".utf8))
    #expect(throws: Failure.self) { try site.build { $0.isStrict = true } }
    #expect(try site.files() == before)
  }

  @Test("a template with an unknown name stops the build with its place, and the old edition stands")
  func brokenTemplate() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(8)])
    try site.build()
    let before = try site.files()
    try site.write("templates/pages/paper.md", Data("# {{titel}}\n".utf8))
    let failure = #expect(throws: Failure.self) { try site.build() }
    let messages = failure?.diagnostics.map { ConsoleForm().text(of: $0) } ?? []
    #expect(messages.contains { $0.contains("pages/paper.md:1:") && $0.contains("titel") && $0.contains("title") })
    #expect(try site.files() == before)
  }

  @Test("with an address, pages and site map carry it, and every link still works without it")
  func baseURL() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(8), "offprint.yml": "base-url: https://example.org/a/"])
    try site.build()
    #expect(site.text("public/index.html").contains(#"rel="canonical" href="https://example.org/a/""#))
    #expect(site.text("public/sitemap.xml").contains("<loc>https://example.org/a/topics/index.html</loc>"))
  }

  @Test("a topic merged by hand keeps its old address as a page that leads on")
  func moved() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(60)])
    try site.build()
    let ids = try LedgerReader.read(Array(site.text("ledger.json").utf8), file: "ledger.json").entries.map(\.id)
    try #require(ids.count >= 2)
    let edited = site.text("ledger.json")
      .replacingOccurrences(of: "{\"id\":\"\(ids[0])\"", with: "{\"id\":\"\(ids[0])\",\"merge\":\"\(ids[1])\"")
    try site.write("ledger.json", Data(edited.utf8))
    try site.build()
    #expect(site.text("public/topics/\(ids[0]).html").contains("url=\(ids[1]).html"))
    #expect(try site.build().outcome.written.isEmpty)
  }

  @Test("a missing input file is an error that names it")
  func missing() throws {
    let site = try MiniSite([:])
    let failure = #expect(throws: Failure.self) { try site.build { $0.inputs = ["/nowhere/list.txt"] } }
    #expect(failure?.diagnostics.first?.position?.file == "/nowhere/list.txt")
  }

  @Test("the Markdown of the pages is kept beside them when the configuration asks for it")
  func markdown() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(8), "offprint.yml": "markdown: true"])
    try site.build()
    #expect(try site.files()["index.md"] != nil)
  }

  @Test("a page tells what changed; in the first edition it says that there was none before")
  func whatChanged() throws {
    let site = try MiniSite(["dumps/a.txt": MiniSite.dump(24)])
    try site.build()
    #expect(site.text("public/changes.html").contains("This is the first edition"))
    try site.write("dumps/b.txt", Data(MiniSite.dump(4, from: 24).utf8))
    try site.build()
    #expect(site.text("public/changes.html").contains("4 new papers"))
    #expect(site.text("public/changes.html").contains("Study number 25 of speech recognition"))
    #expect(site.text("public/changes.json").contains("\"gonePapers\":0"))
    #expect(try site.build().outcome.written.isEmpty)
  }

  @Test("vectors that fit no paper or no row are told with their file")
  func embeddings() throws {
    let site = try MiniSite(["dumps/a.txt": MiniSite.dump(8)])
    try site.build()
    let id = String(site.text("public/papers.jsonl").dropFirst(#"{"id":""#.count).prefix { $0 != "\"" })
    try #require(id.count == 10)
    try site.write("offprint.yml", Data("embeddings: v.f32\n".utf8))
    func files(_ ids: String, _ numbers: [Float], cut: Int = 0, head: [UInt8] = []) throws {
      let bytes =
        head + numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * $0)) } }
      try site.write("v.ids", Data(ids.utf8))
      try site.write("v.f32", Data(bytes.dropLast(cut)))
    }
    func failure() throws -> Diagnostic? { #expect(throws: Failure.self) { try site.build() }?.diagnostics.first }
    #expect(try failure()?.position?.file == "\(site.path)/v.ids")
    for (ids, numbers, cut, file, line) in [
      (id + "\n", [1, 2], 1, "v.f32", 0), ("\(id)\n\r\nx\n", [1, .nan], 0, "v.f32", 0), ("x\n", [1, 2], 0, "v.ids", 0),
      (id + "\n", [1, 3e38], 0, "v.f32", 0), ("\(id)\nx\n", [1, 2, 0, 0], 0, "v.f32", 0),
      ("\(id)\nx\n\(id)\n", [1, 2, 3], 0, "v.ids", 3), ("", [], 0, "v.f32", 0),
    ] as [(String, [Float], Int, String, Int)] {
      try files(ids, numbers, cut: cut)
      #expect(try failure()?.position == SourcePosition(file: "\(site.path)/\(file)", line: line), "\(ids)")
    }
    try files(id, [1, 2], head: [0x93] + Array("NUMPY".utf8) + [1, 0])
    #expect(try failure()?.summary.contains("NumPy") == true)
    try files("\(id)\nx\n", [1, 2, 3, 4])
    #expect(try site.build().diagnostics.map(\.id) == ["embeddings.gaps", "embeddings.strays"])
  }
}
