import Diagnostics
import Papers
import Planning
import Topics

/// Why a paper, a topic or a keyword stands where it does: weights, terms, neighbours.
public struct Explanation: Sendable {
  public enum Kind: String, Sendable { case paper, topic, keyword }

  /// A fact and what kind of fact it is: `topic`, `keyword`, `related` …
  public struct Fact: Sendable, Equatable {
    public var what: String
    public var text: String
    /// A cosine from 0 to 1, where the fact has one.
    public var weight: Float?
    /// Address of the page of what the fact names, from the root of the site.
    public var page: String?

    init(_ what: String, _ text: String, weight: Float? = nil, page: SitePath? = nil) {
      self.what = what
      self.text = text
      self.weight = weight
      self.page = page?.value
    }
  }

  public let kind: Kind
  /// The paper's identifier, the last part of the topic's or the keyword's address.
  public let id: String
  /// The paper's title, or the name of the topic or the keyword.
  public let name: String
  /// Address of its page, from the root of the site.
  public let page: String
  public let facts: [Fact]

  /// One fact a line, kinds in one column.
  public var lines: [String] {
    let head = ["\(name)", "\(kind.rawValue) \(id), \(page)"]
    return head
      + facts.map { fact in
        let weight = fact.weight.map { "\(Int(($0 * 100).rounded()))% " } ?? ""
        return fact.what + String(repeating: " ", count: max(1, 10 - fact.what.count)) + weight + fact.text
      }
  }

  /// Explains what `subject` names in the edition that `request` would build: a paper by its id, DOI, arXiv identifier,
  /// the address of its page or a part of its title; a topic or a keyword by its name, a part of it, or its page.
  /// - Throws: Where nothing, or more than one thing, goes by that name.
  public init(_ subject: String, request: BuildRequest) throws(Failure) {
    let site = try SiteFolder(request.site ?? "")
    let inputs = try request.inputs.isEmpty ? site.inputs() : InputFiles.all(request.inputs)
    let ledger =
      try (request.site ?? request.output).map { (folder) throws(Failure) in
        try LedgerFile(site: request.site, output: folder).read()
      } ?? Ledger()
    let (library, chart) = try Edition.chart(request, site, inputs, ledger)
    let continuity = Continuity(ledger: ledger, library: library, atlas: chart)
    let plan = try SitePlan.make(
      library: library, atlas: continuity.atlas, userPages: try site.userPages(), topicStems: continuity.stems,
      layout: continuity.layout, hasChanges: !library.papers.isEmpty)
    let places = ExplanationSubjects(library: library, atlas: continuity.atlas, plan: plan, continuity: continuity)
    let found = try places.one(subject)
    let facts = ExplanationFacts(library: library, atlas: continuity.atlas, plan: plan, ledger: ledger)
    kind = found.kind
    id = places.id(of: found)
    name = places.name(of: found)
    page = places.page(of: found).value
    self.facts =
      switch found.kind {
      case .paper: facts.paper(found.index)
      case .topic: facts.topic(found.index)
      case .keyword: facts.keyword(found.index)
      }
  }
}
