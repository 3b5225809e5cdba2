import Foundation
import Testing

@testable import Search

/// A small collection with a topic each.
let library: [SearchDocument] = [
  document("a", "Graph Neural Networks", "We study graphs and networks. Graphs are studied here.", topic: "Graphs"),
  document("b", "Pre-training of Encoders", "It's a study of encoders, pretrained on text.", topic: "Language"),
  document("c", "Optimal Transport", "Graphs of a transport plan: \"quoted\" \\ <b>bold</b>.", topic: "Graphs"),
]

func document(_ id: String, _ title: String, _ abstract: String, topic: String) -> SearchDocument {
  SearchDocument(
    id: id, title: title, abstract: abstract, path: "papers/\(id).html",
    facets: [SearchFacet("topic", [.init(topic, path: "topics/\(topic.lowercased()).html")])])
}

func json(_ file: SearchIndex.File) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
}

@Suite("The search index") struct SearchIndexTests {
  @Test("A small library stands in one file, its abstracts apart, each with its twin")
  func names() {
    #expect(SearchIndex.files(library, threads: 1).map(\.name) == ["index.json", "index.js", "x/0.json", "x/0.js"])
  }

  @Test("No papers give an index too")
  func empty() throws {
    let files = SearchIndex.files([], threads: 1)
    #expect(files.map(\.name) == ["index.json", "index.js"])
    #expect(try json(files[0])["papers"] as? Int == 0)
  }

  @Test("The number of threads changes nothing")
  func threads() {
    let many = (0..<1200).map { number in
      document(
        "p\(number)", "Paper \(number) of words", "Body \(number % 7) and \(number % 31)", topic: "T\(number % 5)")
    }
    #expect(SearchIndex.files(many, threads: 1) == SearchIndex.files(many, threads: 4))
  }

  @Test("Papers are numbered topic by topic")
  func order() throws {
    let rows = try part("d/0")
    #expect(rows["title"] as? [String] == ["Graph Neural Networks", "Optimal Transport", "Pre-training of Encoders"])
    #expect(rows["path"] as? [String] == ["a", "c", "b"])
  }

  @Test("Forms of one stem stand together, stop words for titles alone")
  func words() throws {
    let words = try part("t/0")
    let packed = try #require(words["words"] as? String).split(separator: " ")
    #expect(packed.contains("graph,,s"))
    #expect(packed.contains("stud,ied,y"))
    #expect(packed.contains("pre"))
    #expect(packed.contains("pretrain,ed,ing"))
    let papers = try #require(words["papers"] as? [[Int]])
    #expect(try papers[#require(packed.firstIndex(of: "of"))].filter { $0 > 0 } == [3])
    #expect(try papers[#require(packed.firstIndex(of: "a"))].isEmpty)
  }

  @Test("Levels tell whether a word stands in the title")
  func levels() throws {
    let words = try part("t/0")
    let packed = try #require(words["words"] as? String).split(separator: " ")
    let papers = try #require(words["papers"] as? [[Int]])
    let graph = try papers[#require(packed.firstIndex(of: "graph,,s"))]
    #expect(graph.count == 4)
    #expect(graph[0] <= -13 && graph[1] == 1)
    #expect(graph[2] > -13 && graph[2] < 0 && graph[3] == 2)
  }

  @Test(
    "An address that the title tells is not written out",
    arguments: [("attention-is-all", "16"), ("attention-is-all-you-need", "0"), ("attention-2", "attention-2")])
  func addresses(_ slug: String, _ written: String) throws {
    var paper = document("x", "Attention Is All You Need", "", topic: "T")
    paper.path = "papers/\(slug).html"
    let index = try json(SearchIndex.files([paper], threads: 1)[0])
    let parts = try #require(index["parts"] as? [String: [String: Any]])
    let path = try #require(parts["d/0"]?["path"] as? [Any])
    #expect("\(path[0])" == written)
    #expect(index["paths"] as? [String] == ["papers/", ".html"])
  }

  @Test("A compound of one abstract alone is left to its parts, one of a title or of two papers is not")
  func compounds() throws {
    func words(_ papers: [SearchDocument]) throws -> [Substring] {
      let parts = try #require(try json(SearchIndex.files(papers, threads: 1)[0])["parts"] as? [String: [String: Any]])
      return try #require(parts["t/0"]?["words"] as? String).split(separator: " ")
    }
    let once = document("a", "One", "We look at speaker-independent t-SNE.", topic: "T")
    let again = document("b", "Two", "Also speaker-independent.", topic: "T")
    #expect(try !words([once]).contains("speakerindependent"))
    #expect(try words([once]).contains("tsne"))
    #expect(try words([once, again]).contains("speakerindependent"))
    #expect(try words([document("c", "Speaker-Independent", "", topic: "T")]).contains("speakerindependent"))
  }

  @Test("A library of more than 2,000 papers stands in parts, never a thousand files")
  func parts() throws {
    let many = (0..<2100).map { number in
      document("p\(number)", "Paper \(number)", "Common words and w\(number % 97)", topic: "T\(number % 5)")
    }
    let files = SearchIndex.files(many, threads: 2)
    let index = try json(files[0])
    #expect((index["parts"] as? [String: Any])?.isEmpty == true)
    #expect(files.count < 1000)
    let names = Set(files.map(\.name))
    #expect(names.count == files.count)
    #expect(
      names.isSuperset(of: ["t/0.json", "t/0.js", "d/41.json", "d/32.js", "h/5.json", "w/0.json", "f/topic.json"]))
    let tail = try #require(files.first { $0.name == "u/0.json" })
    #expect(tail.bytes.starts(with: Array("[[".utf8)))
  }

  @Test("A facet lists its values by label, papers as gaps")
  func facets() throws {
    let topics = try part("f/topic")
    #expect(topics["label"] as? [String] == ["Graphs", "Language"])
    #expect(topics["papers"] as? [[Int]] == [[1, 1], [3]])
  }

  @Test("The main sentence is told in the units of scripts; offsets that cut a letter are left out")
  func say() throws {
    var inside = document("u", "Title", "🤖 One. Two.", topic: "T")
    inside.say = 10..<14
    var broken = inside
    broken.say = 1..<9
    let files = SearchIndex.files([inside, broken], threads: 1)
    let abstracts = try json(#require(files.first { $0.name == "x/0.json" }))
    #expect(abstracts["say"] as? [[Int]] == [[8, 12], []])
  }

  private func part(_ name: String) throws -> [String: Any] {
    let parts = try #require(try json(SearchIndex.files(library, threads: 1)[0])["parts"] as? [String: Any])
    return try #require(parts[name] as? [String: Any])
  }
}
