import Diagnostics
import Foundation
import Testing

@testable import Offprint

/// What a small change of the input leaves as it is.
@Suite("Editions one after another")
struct ContinuityEndToEndTests {
  private static func topics(_ site: MiniSite) throws -> [String: String] {
    struct Row: Decodable {
      struct Share: Decodable { var id: String }
      var title: String
      var topics: [Share]
    }
    let rows = try site.text("public/papers.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
    return Dictionary(rows.map { ($0.title, $0.topics.first?.id ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  /// A site of eighty papers in its second edition, which has two more.
  private static func grown() throws -> MiniSite {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(80)])
    try site.build()
    try site.write("dumps/more.txt", Data(MiniSite.dump(2, from: 301).utf8))
    try site.build()
    return site
  }

  @Test("a changed abstract and a new paper leave all others in their topics, and most files as they were")
  func small() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(80)])
    try site.build()
    let before = try Self.topics(site)
    let changed = site.text("dumps/list.txt").replacingOccurrences(
      of: "In 9 experiments on molecules", with: "In nine large experiments with spoken language on audio corpora")
    try site.write("dumps/list.txt", Data(changed.utf8))
    let result = try site.build()
    #expect(try Self.topics(site) == before)
    #expect(result.outcome.written.count * 3 < result.outcome.files * 2)

    try site.write("dumps/more.txt", Data(MiniSite.dump(1, from: 301).utf8))
    try site.build()
    let after = try Self.topics(site)
    for (title, topic) in before { #expect(after[title] == topic) }
    #expect(after.count == 81)
    let speech = after["Study number 1 of speech recognition"]
    #expect(after["Study number 301 of speech recognition"] == speech)
  }

  @Test("what was kept is kept again: a page more changes no topic and no paper's page")
  func again() throws {
    let site = try Self.grown()
    let ledger = site.text("ledger.json")
    try site.write("pages/note.md", Data("---\ntitle: Note\n---\nA note.".utf8))
    let written = try site.build().outcome.written.map(\.value)
    #expect(!written.contains("papers.jsonl") && !written.contains("collection.json"))
    #expect(site.text("ledger.json") == ledger)
  }

  @Test("taking back a change gives back the first edition")
  func back() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(80)])
    try site.build()
    let first = try site.files()
    try site.write("dumps/more.txt", Data(MiniSite.dump(2, from: 301).utf8))
    try site.build()
    try FileManager.default.removeItem(atPath: "\(site.path)/dumps/more.txt")
    try site.build()
    let told: Set = ["changes.html", "changes.json", "report.html", "report.json", "sw.js", "index.html"]
    for (name, data) in try site.files() where !told.contains(name) && !name.hasPrefix(".offprint") {
      #expect(first[name] == data, "\(name) is another")
    }
  }

  @Test("a forbidden name changes names alone: papers and addresses of topics stay")
  func forbidden() throws {
    let site = try Self.grown()
    let before = try LedgerReader.read(Array(site.text("ledger.json").utf8), file: "l")
    let name = try #require(before.entries.first?.name)
    let edited = site.text("ledger.json").replacingOccurrences(of: "\"forbid\":[", with: "\"forbid\":[\"\(name)\"")
    try site.write("ledger.json", Data(edited.utf8))
    try site.build()
    let after = try LedgerReader.read(Array(site.text("ledger.json").utf8), file: "l")
    #expect(after.entries.map(\.id) == before.entries.map(\.id))
    #expect(after.entries.map(\.papers) == before.entries.map(\.papers))
    #expect(!after.entries.contains { ($0.shown ?? $0.name).lowercased() == name.lowercased() })
  }

  @Test("where all papers of a topic and of its keywords go, a page stays that leads on")
  func gone() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(80)])
    try site.build()
    let before = Set(try site.files().keys.filter { $0.hasPrefix("topics/") || $0.hasPrefix("keywords/") })
    let left = MiniSite.dump(80).split(separator: "\n").filter { !$0.contains("cryptography") }
    try site.write("dumps/list.txt", Data(left.joined(separator: "\n").utf8))
    try site.build()
    let after = try site.files()
    #expect(before.filter { $0.hasSuffix(".html") }.subtracting(after.keys).isEmpty)
    let page = try #require(
      after.values.first { String(decoding: $0, as: UTF8.self).contains("is no longer a keyword") })
    #expect(String(decoding: page, as: UTF8.self).contains("search.html?q="))
    #expect(site.text("ledger.json").contains("\"gone\":[\n\"keywords/"))
  }

  @Test("many new papers or another number of topics: topics are found anew")
  func anew() throws {
    let site = try Self.grown()
    #expect(site.text("ledger.json").contains("\"drift\":2"))
    try site.write("dumps/many.txt", Data(MiniSite.dump(12, from: 401).utf8))
    try site.build()
    #expect(site.text("ledger.json").contains("\"drift\":0"))
    try site.write("dumps/more.txt", Data(MiniSite.dump(3, from: 301).utf8))
    try site.build { $0.topics = 3 }
    #expect(site.text("ledger.json").contains("\"drift\":0"))
  }
}
