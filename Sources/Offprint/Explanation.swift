import Diagnostics
import Papers
import Topics

/// Why a paper or a topic stands where it does: weights, terms, neighbours.
public struct Explanation: Sendable {
  /// A fact and what kind of fact it is: `topic`, `keyword`, `related` …; empty for one that goes on with the last.
  public struct Fact: Sendable, Equatable {
    public var what: String
    public var text: String

    init(_ what: String, _ text: String) {
      self.what = what
      self.text = text
    }
  }

  /// The paper or topic that is explained.
  public let subject: String
  public let facts: [Fact]

  /// One fact a line, kinds in one column.
  public var lines: [String] {
    [subject] + facts.map { $0.what + String(repeating: " ", count: max(1, 10 - $0.what.count)) + $0.text }
  }

  /// Explains what `subject` names: a paper's id or a part of its title, or a topic's name or a part of it.
  /// - Throws: Where nothing, or more than one thing, goes by that name.
  public init(_ subject: String, request: BuildRequest) throws(Failure) {
    let site = try SiteFolder(request.site ?? "")
    let inputs = try request.inputs.isEmpty ? site.inputs() : InputFiles.all(request.inputs)
    let (library, _) = try Library.gather(try InputFiles.open(inputs), threads: request.threads)
    var options = AnalysisOptions()
    options.topics = request.topics ?? site.configuration.topics
    options.threads = request.threads
    if let vectors = site.configuration.embeddings {
      options.embeddings = try EmbeddingsFile.read(SiteFolder.join(site.path, vectors))
    }
    let atlas = Analysis.chart(library.papers, options: options)
    let wanted = subject.lowercased()
    let papers = library.papers.indices.filter { Self.matches(library.papers[$0], wanted) }
    let topics = atlas.topics.indices.filter { atlas.topics[$0].name.lowercased().contains(wanted) }
    if topics.count == 1, papers.count != 1 {
      (self.subject, facts) = Self.topic(topics[0], atlas, library)
    } else if papers.count == 1 {
      (self.subject, facts) = Self.paper(papers[0], atlas, library)
    } else {
      throw Self.problem(subject, papers.map { library.papers[$0].title } + topics.map { atlas.topics[$0].name })
    }
  }

  private static func matches(_ paper: Paper, _ wanted: String) -> Bool {
    paper.id.value == wanted || paper.sourceID?.lowercased() == wanted || paper.title.lowercased().contains(wanted)
  }

  private static func problem(_ subject: String, _ candidates: [String]) -> Failure {
    let some = candidates.prefix(6).joined(separator: "; ")
    return Failure(
      candidates.isEmpty
        ? Diagnostic("explain.none", .error, "No paper and no topic goes by \"\(subject)\".")
        : Diagnostic(
          "explain.many", .error, "\(candidates.count) papers and topics go by \"\(subject)\".",
          hint: "Say more of the name. Some of them: \(some)"))
  }
}

extension Explanation {
  private static func paper(_ index: Int, _ atlas: Atlas, _ library: Library) -> (String, [Fact]) {
    let paper = library.papers[index]
    let placement = atlas.placements[index]
    var facts: [Fact] = []
    facts += paper.sightings.map { Fact("seen in", "\(library.dumps[$0.dump].file), rank \($0.rank), line \($0.line)") }
    facts += placement.memberships.map { Fact("topic", "\(percent($0.weight)) \(atlas.topics[$0.topic].name)") }
    if placement.isLessTypical { facts.append(Fact("", "far from the middle of its topic")) }
    facts += placement.keywords.map {
      Fact("keyword", "\(atlas.keywords[$0].name) (\(atlas.keywords[$0].papers.count) papers)")
    }
    facts += placement.phrases.prefix(12).map { Fact("phrase", $0) }
    for neighbour in placement.neighbours {
      let shared = neighbour.shared.isEmpty ? "" : ": both \(neighbour.shared.joined(separator: ", "))"
      facts.append(
        Fact("related", "\(percent(neighbour.similarity)) \(library.papers[neighbour.paper].title)\(shared)"))
    }
    return ("\(paper.title) [\(paper.id.value)]", facts)
  }

  private static func topic(_ index: Int, _ atlas: Atlas, _ library: Library) -> (String, [Fact]) {
    let topic = atlas.topics[index]
    var facts: [Fact] = []
    facts.append(Fact("theme", atlas.themes[topic.theme].name))
    facts.append(Fact("named", "\(tenths(topic.nameability)) (under 2.5 is weak)"))
    facts += topic.terms.map { Fact("term", $0) }
    facts += topic.near.map { Fact("near", atlas.topics[$0].name) }
    for paper in topic.papers.prefix(8) {
      let weight = atlas.placements[paper].memberships.first { $0.topic == index }?.weight ?? 0
      facts.append(Fact("typical", "\(percent(weight)) \(library.papers[paper].title)"))
    }
    facts += topic.path.map { Fact("path", "\($0.kind.rawValue): \(library.papers[$0.paper].title)") }
    return ("\(topic.name) (\(topic.papers.count) papers, \(topic.alsoPapers.count) more belong here too)", facts)
  }

  private static func percent(_ weight: Float) -> String { "\(Int((weight * 100).rounded()))%" }

  private static func tenths(_ value: Float) -> String {
    let whole = Int((value * 10).rounded())
    return "\(whole / 10).\(abs(whole % 10))"
  }
}
