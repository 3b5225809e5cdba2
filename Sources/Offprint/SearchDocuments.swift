import Pages
import Papers
import Parallel
import Planning
import Search
import TeX

/// Turns the papers of an edition into what the search index holds of them.
struct SearchDocuments: Sendable {
  private let content: EditionContent
  private let provenance: Provenance
  /// With the name of the facet that each becomes.
  private let registers: [(register: Register, facet: String)]

  init(_ content: EditionContent) {
    self.content = content
    provenance = Provenance(content.library)
    registers = content.plan.registers.map { ($0, Self.facet($0.kind)) }
  }

  /// One document per paper, in the library's order.
  func all(_ slices: Slices) -> [SearchDocument] {
    slices.mapEach(content.library.papers.count, sliceSize: 512) { document($0) }
  }

  private func document(_ index: Int) -> SearchDocument {
    let paper = content.library.papers[index]
    let abstract = paper.plainAbstract
    return SearchDocument(
      id: paper.id.value, title: paper.plainTitle, abstract: abstract, path: content.plan.papers[index].value,
      note: provenance.line(of: paper),
      say: content.contributions[index].flatMap { Self.range($0, of: paper.abstract, in: abstract) },
      facets: facets(index))
  }

  /// The sentence at `range` of `abstract` where the formulas are `plain`; nil where it is not found there.
  static func range(_ range: Range<Int>, of abstract: String, in plain: String) -> Range<Int>? {
    if abstract.utf8.count == plain.utf8.count, abstract == plain { return range }
    let bytes = Array(abstract.utf8)
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    let before = Array(TeX.plain(String(decoding: bytes[..<range.lowerBound], as: UTF8.self)).utf8)
    let sentence = Array(TeX.plain(String(decoding: bytes[range], as: UTF8.self)).utf8)
    guard plain.utf8.starts(with: before + sentence) else { return nil }
    return before.count..<before.count + sentence.count
  }

  private func facets(_ index: Int) -> [SearchFacet] {
    let atlas = content.atlas
    let plan = content.plan
    let paper = content.library.papers[index]
    let placement = atlas.placements[index]
    var facets: [SearchFacet] = []
    func add(_ name: String, _ values: [SearchFacet.Value]) {
      if !values.isEmpty { facets.append(SearchFacet(name, values)) }
    }
    let topics = placement.memberships.map(\.topic)
    add(
      "topic", topics.map { SearchFacet.Value(Wording.capitalised(atlas.topics[$0].name), path: plan.topics[$0].value) }
    )
    if let theme = topics.first.map({ atlas.topics[$0].theme }) {
      add("theme", [SearchFacet.Value(Wording.capitalised(atlas.themes[theme].name), path: plan.themes[theme].value)])
    }
    add("keyword", placement.keywords.map { SearchFacet.Value(atlas.keywords[$0].name, path: plan.keywords[$0].value) })
    if content.library.dumps.count > 1 {
      add(
        "dump", dumps(of: paper).map { SearchFacet.Value(provenance.shortName($0), path: plan.dumps[$0].value) })
    }
    if let kind = content.kinds[index] { add("kind", [SearchFacet.Value(Wording.capitalised(kind.rawValue))]) }
    for (register, name) in registers { add(name, values(register, index)) }
    let hasCode = paper.details.codeURL != nil || content.links[index].contains { $0.kind == .code }
    if hasCode { add("has", [SearchFacet.Value("code")]) }
    return facets
  }

  private static func facet(_ kind: Register.Kind) -> String {
    switch kind {
    case .authors: "author"
    case .venues: "venue"
    case .years: "year"
    case .categories: "category"
    case .givenKeywords: "given-keyword"
    }
  }

  private func values(_ register: Register, _ paper: Int) -> [SearchFacet.Value] {
    register.entriesOfPaper[paper].map { entry in
      SearchFacet.Value(register.entries[entry].name, path: register.entries[entry].pages.first?.value)
    }
  }

  private func dumps(of paper: Paper) -> [Int] {
    var seen: [Int] = []
    for sighting in paper.sightings where seen.last != sighting.dump { seen.append(sighting.dump) }
    return seen
  }
}
