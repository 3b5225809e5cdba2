import Diagnostics
import Foundation
import Publishing

/// What two published editions have in common and what not, read from their own data files.
public struct EditionDiff: Sendable, Equatable {
  /// A paper by id and title.
  public struct Item: Sendable, Equatable {
    public var id: String
    public var name: String
  }

  /// A paper whose best topic is another one.
  public struct Shift: Sendable, Equatable {
    public var paper: Item
    public var from: String
    public var to: String
  }

  public var newPapers: [Item] = []
  public var gonePapers: [Item] = []
  public var shifts: [Shift] = []
  public var newTopics: [Item] = []
  public var goneTopics: [Item] = []
  /// Same address, another name: old name first.
  public var renamedTopics: [(old: Item, new: Item)] = []
  public var newFiles: [String] = []
  public var goneFiles: [String] = []
  public var changedFiles: [String] = []

  /// Compares the editions in two folders.
  /// - Throws: Where a folder holds no edition or its data cannot be read.
  public init(old: String, new: String) throws(Failure) {
    let (before, after) = (try EditionData(old), try EditionData(new))
    compareFiles(before.files, after.files)
    compareTopics(before.topics, after.topics)
    comparePapers(before.papers, after.papers)
  }

  public static func == (a: EditionDiff, b: EditionDiff) -> Bool { a.lines == b.lines }

  /// The differences for people, one a line; empty where there is none.
  public var lines: [String] {
    newPapers.map { "+ paper  \($0.name)" } + gonePapers.map { "- paper  \($0.name)" }
      + newTopics.map { "+ topic  \($0.name) (\($0.id))" } + goneTopics.map { "- topic  \($0.name) (\($0.id))" }
      + renamedTopics.map { "~ topic  \($0.old.name) -> \($0.new.name) (\($0.new.id))" }
      + shifts.map { "~ paper  \($0.paper.name): \($0.from) -> \($0.to)" }
      + newFiles.map { "+ file   \($0)" } + goneFiles.map { "- file   \($0)" } + changedFiles.map { "~ file   \($0)" }
  }
}

extension EditionDiff {
  private mutating func compareFiles(_ old: [String: String], _ new: [String: String]) {
    newFiles = new.keys.filter { old[$0] == nil }.sorted()
    goneFiles = old.keys.filter { new[$0] == nil }.sorted()
    changedFiles = new.keys.filter { old[$0] != nil && old[$0] != new[$0] }.sorted()
  }

  private mutating func compareTopics(_ old: [String: String], _ new: [String: String]) {
    newTopics = new.keys.filter { old[$0] == nil }.sorted().map { Item(id: $0, name: new[$0] ?? "") }
    goneTopics = old.keys.filter { new[$0] == nil }.sorted().map { Item(id: $0, name: old[$0] ?? "") }
    for id in new.keys.sorted() {
      guard let before = old[id], let after = new[id], before != after else { continue }
      renamedTopics.append((Item(id: id, name: before), Item(id: id, name: after)))
    }
  }

  private mutating func comparePapers(_ old: [EditionData.Paper], _ new: [EditionData.Paper]) {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    newPapers = new.filter { before[$0.id] == nil }.map { Item(id: $0.id, name: $0.title) }
    gonePapers = old.filter { after[$0.id] == nil }.map { Item(id: $0.id, name: $0.title) }
    for paper in new {
      guard let from = before[paper.id]?.topics.first?.id, let to = paper.topics.first?.id, from != to else { continue }
      shifts.append(Shift(paper: Item(id: paper.id, name: paper.title), from: from, to: to))
    }
  }
}

/// The data files of a published edition.
struct EditionData {
  struct Paper: Decodable {
    struct Share: Decodable { var id: String }
    var id: String
    var title: String
    var topics: [Share]
  }

  private struct Collection: Decodable {
    struct Topic: Decodable {
      var id: String
      var name: String
    }
    var topics: [Topic]
  }

  let papers: [Paper]
  /// Name by id.
  let topics: [String: String]
  /// Fingerprint by path.
  let files: [String: String]

  init(_ folder: String) throws(Failure) {
    guard let manifest = try Manifest(readFrom: folder) else {
      throw Failure(
        Diagnostic("diff.no-edition", .error, at: SourcePosition(file: folder), "There is no edition in this folder."))
    }
    files = Dictionary(
      manifest.entries.map { ($0.path.value, $0.fingerprint.hex) }, uniquingKeysWith: { first, _ in first })
    let collection: Collection = try Self.decode(
      try FileSystem.read("\(folder)/collection.json") ?? [], "\(folder)/collection.json", line: 0)
    topics = Dictionary(collection.topics.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var found: [Paper] = []
    let path = "\(folder)/papers.jsonl"
    for (number, line) in (try FileSystem.read(path) ?? []).split(separator: 0x0A).enumerated() {
      found.append(try Self.decode(Array(line), path, line: number + 1))
    }
    papers = found
  }

  private static func decode<Value: Decodable>(
    _ bytes: [UInt8], _ path: String, line: Int
  ) throws(Failure) -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: Data(bytes))
    } catch {
      throw Failure(
        Diagnostic(
          "diff.data", .error, at: SourcePosition(file: path, line: line), "This is not the data of an edition.",
          hint: "Build the edition anew."))
    }
  }
}
