import Foundation
import Testing

@testable import Search

@Suite("The documented schema") struct SchemaTests {
  let schema: JSONSchema

  init() throws { schema = try JSONSchema(Node.root.appending(path: "Docs/search-index.schema.json")) }

  @Test("holds for every file of a small index and of a large one", arguments: [3, 2100])
  func holds(_ count: Int) throws {
    var papers =
      library + (3..<count).map { document("p\($0)", "Paper \($0)", "Common w\($0 % 97)", topic: "T\($0 % 5)") }
    papers[0].say = 0..<8
    papers[1].path = "elsewhere.html"
    for file in SearchIndex.files(papers, threads: 2) where file.name.hasSuffix(".json") {
      let kind = file.name.firstIndex(of: "/").map { String(file.name[..<$0]) }
      let value = try JSONSerialization.jsonObject(with: Data(file.bytes))
      #expect(schema.complaints(value, definition: kind) == [], "\(file.name)")
    }
  }

  @Test(
    "complains of what does not fit",
    arguments: [
      ("d", #"{"title": ["A"]}"#), ("d", #"{"title": ["A"], "path": [-1]}"#), ("d", #"{"title": [1], "path": [0]}"#),
      ("w", #"{"words": "a", "more": 1}"#), ("f", #"{"label": [], "path": [], "papers": [[0]]}"#),
      ("t", #"{"words": "a", "papers": [[-1, 1]], "more": [[0, 1, 2]]}"#), ("u", #"[["1"]]"#),
      ("x", #"{"id": [], "note": [], "abstract": [], "say": [[1, 2, 3]]}"#),
    ])
  func complains(_ definition: String, _ json: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    #expect(!schema.complaints(value, definition: definition).isEmpty)
  }
}
