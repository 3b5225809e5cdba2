import Mustache
import Planning

/// What changed since the edition before.
struct ChangesView: Viewable {
  var lead: String
  var papers: [EntryView]
  var paperNote: String
  var newTopics: [CountedLinkView]
  var renamedTopics: [TurnView]
  var goneTopics: [TurnView]
  var data: LinkView

  static let schema = Schema<ChangesView>(
    .text("lead", \.lead), .list("papers", \.papers), .isFilled("hasPapers", \.papers),
    .text("paperNote", \.paperNote), .list("newTopics", \.newTopics), .isFilled("hasNewTopics", \.newTopics),
    .list("renamedTopics", \.renamedTopics), .isFilled("hasRenamedTopics", \.renamedTopics),
    .list("goneTopics", \.goneTopics), .isFilled("hasGoneTopics", \.goneTopics), .item("data", \.data))
}

/// What became of a topic: the name that it had, and the topic of now.
struct TurnView: Viewable {
  var from: String
  var to: LinkView?

  static let schema = Schema<TurnView>(.text("from", \.from), .optional("to", \.to))
}

extension Facts {
  /// New papers that the page shows; `changes.json` has them all.
  private static let papersShown = 60

  func changesPage(_ framing: Framing) -> Page<ChangesView> {
    let path = SitePath.changes
    let changes = content.changes
    let numbers = Dictionary(
      library.papers.indices.map { (library.papers[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    let topics = Dictionary(
      plan.topics.indices.map { (plan.topics[$0].stem, $0) }, uniquingKeysWith: { first, _ in first })
    let new = changes.newPapers.compactMap { numbers[$0] }.sorted()
    let turn = { (name: String, id: String?) in
      TurnView(from: Wording.capitalised(name), to: id.flatMap { topics[$0] }.map { topicLink($0, from: path) })
    }
    let lead = changesLead(changes)
    let body = ChangesView(
      lead: lead, papers: new.prefix(Self.papersShown).map { entry($0, from: path, withTopic: true) },
      paperNote: new.count > Self.papersShown
        ? "The first \(Self.papersShown) of \(Wording.count(new.count, "paper")); changes.json has them all."
        : "In the order of the dumps.",
      newTopics: changes.newTopics.compactMap { topics[$0] }.map { countedTopic($0, from: path) },
      renamedTopics: changes.renamedTopics.map { turn($0.from, $0.id) },
      goneTopics: changes.goneTopics.map { turn($0.name, $0.to) },
      data: LinkView(text: "changes.json", href: "changes.json"))
    let frame = framing.frame(
      path, title: "What changed", description: lead, kind: "changes",
      side: SideView(text: "Digest", href: href(to: .index, from: path)))
    return Page(path: path, frame: frame, body: body)
  }

  /// `Since the edition before: 12 new papers, 3 papers gone and 1 new topic.`
  private func changesLead(_ changes: EditionChanges) -> String {
    var parts: [String] = []
    func add(_ count: Int, _ noun: String, _ plural: String) {
      if count > 0 { parts.append(Wording.count(count, noun, plural)) }
    }
    add(changes.newPapers.count, "new paper", "new papers")
    add(changes.gonePapers, "paper gone", "papers gone")
    add(changes.newTopics.count, "new topic", "new topics")
    add(changes.renamedTopics.count, "renamed topic", "renamed topics")
    add(changes.goneTopics.count, "topic gone", "topics gone")
    // The page is there from the first edition on: a link that came with the second would change every page.
    if parts.isEmpty { return "This is the first edition: there is none before it to compare it with." }
    return "Since the edition before: \(Wording.list(parts))."
  }
}
