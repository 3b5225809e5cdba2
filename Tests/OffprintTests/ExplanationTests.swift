import Diagnostics
import Foundation
import Testing

@testable import Offprint

@Suite("Explanations")
struct ExplanationTests {
  private static let record = """
    {"title": "Whale songs", "abstract": "Songs of whales in the sea.", "doi": "10.1000/WHALE.1", "arxiv_id": "2401.01234v2", "id": "w-1"}
    """

  private static func explain(_ subject: String, _ site: MiniSite) throws -> Explanation {
    var request = BuildRequest()
    request.site = site.path
    request.threads = 2
    return try Explanation(subject, request: request)
  }

  @Test("a paper is found by all that names it, whole names before parts")
  func found() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(60), "dumps/one.jsonl": Self.record])
    for name in [
      "w-1", "10.1000/whale.1", "https://doi.org/10.1000/whale.1", "2401.01234", "arXiv:2401.01234v3",
      "https://arxiv.org/abs/2401.01234", "whale SONGS", "hale son", "papers/whale-songs.html",
      "https://example.org/lib/papers/whale-songs.html#top", "whale-songs",
    ] {
      let explanation = try Self.explain(name, site)
      #expect(explanation.name == "Whale songs" && explanation.kind == .paper, "\(name)")
      #expect(explanation.page == "papers/whale-songs.html")
    }
    #expect(
      try Self.explain("Study number 5 of speech recognition", site).name == "Study number 5 of speech recognition")
  }

  @Test("what is told is what a build makes: names, addresses and merged topics of the ledger")
  func told() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(60)])
    try site.build()
    let entries = try LedgerReader.read(Array(site.text("ledger.json").utf8), file: "l").entries
    try #require(entries.count >= 2)
    let edited = site.text("ledger.json")
      .replacingOccurrences(
        of: "{\"id\":\"\(entries[0].id)\"", with: "{\"id\":\"\(entries[0].id)\",\"merge\":\"\(entries[1].id)\""
      )
      .replacingOccurrences(
        of: "{\"id\":\"\(entries[1].id)\"", with: "{\"id\":\"\(entries[1].id)\",\"rename\":\"My own name\"")
    try site.write("ledger.json", Data(edited.utf8))
    let topic = try Self.explain("my own name", site)
    #expect(topic.kind == .topic && topic.id == entries[1].id && topic.page == "topics/\(entries[1].id).html")
    #expect(topic.facts.first?.text.hasPrefix("\(entries[0].papers.count + entries[1].papers.count),") == true)
    #expect(topic.facts.contains { $0.what == "ledger" && $0.text.contains(entries[1].name) })
    // The address of a topic that was merged leads to the one that has its papers.
    #expect(try Self.explain("topics/\(entries[0].id).html", site).id == topic.id)
  }

  @Test("without a site folder the ledger in the output counts, where it is named")
  func outputLedger() throws {
    let site = try MiniSite(["list.txt": MiniSite.dump(60)])
    var request = BuildRequest()
    request.inputs = ["\(site.path)/list.txt"]
    request.output = "\(site.path)/edition"
    request.threads = 2
    _ = try Edition.build(request)
    let ledger = site.text("edition/ledger.json")
    let id = try #require(LedgerReader.read(Array(ledger.utf8), file: "l").entries.first?.id)
    let edited = ledger.replacingOccurrences(of: "{\"id\":\"\(id)\"", with: "{\"id\":\"\(id)\",\"rename\":\"My own\"")
    try site.write("edition/ledger.json", Data(edited.utf8))
    #expect(try Explanation("my own", request: request).id == id)
    request.output = nil
    #expect(throws: Failure.self) { try Explanation("my own", request: request) }
  }

  @Test("an unknown name asks for what was meant; one that several have lists them")
  func unknown() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(60), "dumps/one.jsonl": Self.record])
    for (name, id, words) in [
      ("whale sogns", "explain.none", "“Whale songs”"), ("the whales and their whale", "explain.none", "“Whale songs”"),
      ("study number 1", "explain.many", "(paper "), ("", "explain.none", ""), ("zzzz", "explain.none", ""),
    ] {
      let failure = #expect(throws: Failure.self) { try Self.explain(name, site) }
      #expect(failure?.diagnostics.map(\.id) == [id], "\(name)")
      if !words.isEmpty { #expect(failure?.diagnostics.first?.hint?.contains(words) == true, "\(name)") }
    }
  }
}
