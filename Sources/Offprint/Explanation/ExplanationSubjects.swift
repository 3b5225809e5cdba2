import Diagnostics
import Papers
import Planning
import Text
import Topics

/// Finds what a person names on the command line among papers, topics and keywords.
struct ExplanationSubjects {
  /// One of them, by its index.
  struct Subject: Equatable {
    var kind: Explanation.Kind
    var index: Int
  }

  let library: Library
  let atlas: Atlas
  let plan: SitePlan
  let continuity: Continuity

  /// How many are named where several, or none, go by a name.
  private static let shown = 8

  /// The only one that `words` names: by identifier or address before whole names, these before parts of names.
  func one(_ words: String) throws(Failure) -> Subject {
    let wanted = words.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !wanted.isEmpty else { throw none(words) }
    for found in [identified(words, wanted), named(wanted) { $0 == wanted }, named(wanted) { $0.contains(wanted) }] {
      if found.count == 1 { return found[0] }
      if found.count > 1 { throw many(words, found) }
    }
    throw none(words)
  }

  func id(of subject: Subject) -> String {
    subject.kind == .paper ? library.papers[subject.index].id.value : page(of: subject).stem
  }

  func name(of subject: Subject) -> String {
    switch subject.kind {
    case .paper: library.papers[subject.index].title
    case .topic: atlas.topics[subject.index].name
    case .keyword: atlas.keywords[subject.index].name
    }
  }

  func page(of subject: Subject) -> SitePath {
    switch subject.kind {
    case .paper: plan.papers[subject.index]
    case .topic: plan.topics[subject.index]
    case .keyword: plan.keywords[subject.index]
    }
  }

  private var all: [Subject] {
    atlas.topics.indices.map { Subject(kind: .topic, index: $0) }
      + atlas.keywords.indices.map { Subject(kind: .keyword, index: $0) }
      + library.papers.indices.map { Subject(kind: .paper, index: $0) }
  }

  /// By identifier, DOI, arXiv identifier or page; a topic that went leads to the one that has its papers.
  private func identified(_ words: String, _ wanted: String) -> [Subject] {
    let (doi, arxiv) = (Identifiers.doi(words), Identifiers.arxiv(words))
    let papers = library.papers.indices.filter { index in
      let paper = library.papers[index]
      return paper.id.value == wanted || paper.sourceID?.lowercased() == wanted
        || (doi != nil && paper.details.doi == doi) || (arxiv != nil && paper.details.arxivID == arxiv)
        || paper.details.url?.lowercased() == wanted
    }
    if !papers.isEmpty { return papers.map { Subject(kind: .paper, index: $0) } }
    let address = Substring(wanted.prefix { $0 != "#" && $0 != "?" })
    let stem = SitePath(String(address)).stem
    let pages = all.filter { subject in
      let path = page(of: subject).value
      return address == path || address.hasSuffix("/" + path)
        || (subject.kind != .keyword && wanted == page(of: subject).stem)
    }
    if !pages.isEmpty { return pages }
    let isPage = address.hasSuffix("topics/\(stem).html") || stem == wanted
    let heirs = continuity.successors.filter { isPage && $0.from == stem }.prefix(1)
    return heirs.map { Subject(kind: .topic, index: $0.topic) }
  }

  /// By name. Of a topic and a keyword of the same name the topic is meant.
  private func named(_ wanted: String, _ fits: (String) -> Bool) -> [Subject] {
    var found = all.filter { fits(name(of: $0).lowercased()) }
    // A part of a name that a single topic, or else a single keyword, has means that one, not the papers that use it.
    for kind in [Explanation.Kind.topic, .keyword] where found.count(where: { $0.kind == kind }) == 1 {
      found = found.filter { $0.kind == kind }
    }
    return found
  }

  private func many(_ words: String, _ found: [Subject]) -> Failure {
    let counts = [Explanation.Kind.paper, .topic, .keyword].compactMap { kind -> String? in
      let count = found.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.rawValue)\(count == 1 ? "" : "s")"
    }
    let rest = found.count > Self.shown ? ", and \(found.count - Self.shown) more" : ""
    return Failure(
      Diagnostic(
        "explain.many", .error, "\(counts.joined(separator: " and ")) go by “\(words)”.",
        hint: "Say which, by its id or more of its name: \(list(Array(found.prefix(Self.shown))))\(rest)."))
  }

  private func none(_ words: String) -> Failure {
    let near = nearest(words)
    return Failure(
      Diagnostic(
        "explain.none", .error, "No paper, topic or keyword goes by “\(words)”.",
        hint: near.isEmpty ? nil : "Did you mean \(list(near))?"))
  }

  private func list(_ subjects: [Subject]) -> String {
    subjects.map { "“\(name(of: $0))” (\($0.kind.rawValue) \(id(of: $0)))" }.joined(separator: ", ")
  }

  /// What may have been meant: a name or an id that differs by few letters, else the names that share most words.
  private func nearest(_ words: String) -> [Subject] {
    let wanted = words.lowercased()
    let all = all
    let names = all.map { name(of: $0).lowercased() }
    let short = zip(all, names).filter { abs($0.1.utf8.count - wanted.utf8.count) <= wanted.utf8.count / 3 }
    if let near = NearMiss.suggestion(for: wanted, among: short.map(\.1)) {
      return short.filter { $0.1 == near }.prefix(1).map(\.0)
    }
    let asked = Set(wanted.split { !$0.isLetter && !$0.isNumber }.map(String.init)).subtracting(StopWords.english)
    let shared = names.map { name in Set(name.split { !$0.isLetter && !$0.isNumber }.map(String.init)) }
      .map { $0.intersection(asked).count }
    guard let most = shared.max(), most > 0, 2 * most >= asked.count else { return [] }
    return all.indices.filter { shared[$0] == most }.prefix(3).map { all[$0] }
  }
}
