import Foundation
import Testing

@testable import Search

/// A query and what the first line of results tells.
struct Asked: Sendable, CustomTestStringConvertible {
  var query: String
  var first: String
  var testDescription: String { query }

  init(_ query: String, _ first: String) {
    self.query = query
    self.first = first
  }
}

@Suite("The page's engine over an index", .enabled(if: Node.path != nil, "Node is not installed"))
struct EngineTests {
  static let papers: [SearchDocument] = [
    document("a", "Efficient Graph Kernels in C++", "A library for kernels on graphs.", topic: "Graphs"),
    document("b", "GPT-4 Passes the Bar Exam", "A large model sits an examination.", topic: "Language"),
    document(
      "c", "Pre-training of Deep Encoders", "Encoders are trained before; so is a transformer.", topic: "Language"),
    document("d", "Learning to Rank Answers", "Ranking answers by learning.", topic: "Retrieval"),
    document("e", "Rank Learning to Answer", "Learning to answer by rank, to rank.", topic: "Retrieval"),
    document("f", "Transformers for Speech", "A transformer hears speech.", topic: "Language"),
    document("g", "<img src=x onerror=alert(1)>", "A title that is markup.", topic: "Hostile"),
    document("h", "The Who and the Not", "Negation in dialogue.", topic: "Language"),
    document("i", "基于深度学习的中文分词", "我们研究中文分词问题。", topic: "Language"),
  ]

  static let asked: [Asked] = [
    Asked("c++", "Efficient Graph Kernels in C++"),
    Asked("gpt4", "GPT-4 Passes the Bar Exam"),
    Asked("gpt 4", "GPT-4 Passes the Bar Exam"),
    Asked("pretraining", "Pre-training of Deep Encoders"),
    Asked("pre training", "Pre-training of Deep Encoders"),
    Asked("\"learning to rank\"", "Learning to Rank Answers"),
    Asked("\"learning to rank", "Learning to Rank Answers"),
    Asked("tranformer", "[tranformer: transformer] Transformers for Speech"),
    Asked("rtansformer ", "[rtansformer: transformer] Transformers for Speech"),
    Asked("speechtransformer ", "[speechtransformer: speech transformer] Transformers for Speech"),
    Asked("trans", "Transformers for Speech"),
    Asked("graphs -kernels", ""),
    Asked("learning -\"learning to rank\"", "Rank Learning to Answer"),
    Asked("title:graph", "Efficient Graph Kernels in C++"),
    Asked("title:examination", ""),
    Asked("topic:graphs", "Efficient Graph Kernels in C++"),
    Asked("the who", "The Who and the Not"),
    Asked("中文分词", "基于深度学习的中文分词"),
    Asked("<img onerror", "<img src=x onerror=alert(1)>"),
    Asked("__proto__", ""),
    Asked("constructor", ""),
    Asked("\"", ""),
    Asked(String(repeating: "a", count: 10_000), ""),
    Asked("🤖", ""),
  ]

  @Test("A small index answers")
  func whole() throws { try check(Self.papers) }

  @Test("The parts of a large one answer the same")
  func apart() throws {
    let others = (0..<2100).map { document("n\($0)", "Filler \($0)", "Nothing of note.", topic: "Filler") }
    try check(Self.papers + others)
  }

  @Test("A title comes first for its opening, wherever the parts of titles are cut")
  func openings() throws {
    let papers = (1000..<2200).flatMap { number in
      [
        document(
          "n\(number)", "Word\(number) and What Follows in a Title of Many More Words", "Nothing.", topic: "Long"),
        document("o\(number)", "Old word\(number)", "An older word\(number).", topic: "Short"),
      ]
    }
    let files = SearchIndex.files(papers, threads: 2)
    let index = try json(#require(files.first { $0.name == "index.json" }))
    let borders = try #require(index["titles"] as? String).split(separator: "\n").filter { $0.hasPrefix("word") }
    #expect(borders.count >= 3)
    let folder = try write(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    let queries = borders.map { String($0.prefix(8)) }
    let run = try Node.run("Tests/Script/engine.mjs", [folder.path] + queries)
    for (query, line) in zip(queries, run.output.split(separator: "\n")) {
      #expect(line.lowercased().hasPrefix("\(query) and what follows"), "\(query) gives \(line)")
    }
  }

  @Test("A title stays first while its first word is finished, and a sign that links words counts as typed")
  func continuity() throws {
    let papers = [
      document("a", "Task Offloading", "A task.", topic: "Other"),
      document("b", "Tasks, a Task and Task Lists", "Task, task, task.", topic: "Other"),
      document(
        "c", "Task-Agnostic Explanations of Graphs by Looking at All of Their Many Nodes", "Words.", topic: "Graphs"),
    ]
    let folder = try write(SearchIndex.files(papers, threads: 1))
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try Node.run("Tests/Script/engine.mjs", [folder.path, "Task-", "task ", "tasks "])
    let lines = run.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("Task-Agnostic"))
    #expect(lines[1].hasPrefix("Task Offloading"))
    #expect(lines[2].hasPrefix("Tasks, a Task"))
  }

  @Test("A part that is missing or cut short leaves the rest")
  func damage() throws {
    let others = (0..<2100).map { document("n\($0)", "Filler \($0)", "Nothing of note.", topic: "Filler") }
    let folder = try write(SearchIndex.files(Self.papers + others, threads: 2))
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("{\"titles\":[".utf8).write(to: folder.appending(path: "h/0.json"))
    try FileManager.default.removeItem(at: folder.appending(path: "f/topic.json"))
    let run = try Node.run("Tests/Script/engine.mjs", [folder.path, "graph kernels", "transformers topic:language"])
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0, "\(run.output)")
    #expect(lines.first?.hasPrefix("Efficient Graph Kernels") == true)
    #expect(lines.last?.hasSuffix("[problem]") == true)
  }

  private func check(_ papers: [SearchDocument]) throws {
    let folder = try write(SearchIndex.files(papers, threads: 2))
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try Node.run("Tests/Script/engine.mjs", [folder.path] + Self.asked.map(\.query))
    #expect(run.status == 0, "\(run.output)")
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    for (asked, line) in zip(Self.asked, lines) {
      let isRight = asked.first.isEmpty ? line.isEmpty || line.hasSuffix("] ") : line.hasPrefix(asked.first)
      #expect(isRight, "\(asked.query.prefix(40)) gives \(line)")
    }
  }

  /// Writes the files of an index into a new folder.
  private func write(_ files: [SearchIndex.File]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID().uuidString)")
    for file in files where file.name.hasSuffix(".json") {
      let place = folder.appending(path: file.name)
      try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: place)
    }
    return folder
  }
}
