import Papers
import Topics

/// A new atlas held against the ledger of the edition before: which topic goes on from which, what each is called and
/// addressed by, and where addresses that are gone lead.
public struct Continuity: Sendable, Equatable {
  /// An old address and the topic that took its papers over.
  public struct Successor: Sendable, Equatable {
    public var from: String
    /// Index into `atlas.topics`.
    public var topic: Int

    public init(from: String, topic: Int) {
      self.from = from
      self.topic = topic
    }
  }

  /// The atlas with the names that topics keep or were given, and with topics merged as the ledger asks.
  public private(set) var atlas: Atlas
  /// For each of its topics the last part of its address; nil where a new one is to be made from its name.
  public private(set) var stems: [String?]
  /// Sorted by `from`.
  public private(set) var successors: [Successor] = []
  /// Ids of topics none of whose papers is left, and of those that such a topic had taken over.
  private(set) var goneTopics: [String] = []
  var entryOf: [Int?]
  private var merged: [Ledger.Entry] = []
  let ledger: Ledger
  let library: Library

  /// Matches the topics of `atlas` with those of `ledger` by the papers that both hold, as many in all as can be.
  public init(ledger: Ledger, library: Library, atlas: Atlas) {
    self.ledger = ledger
    self.library = library
    self.atlas = atlas
    stems = Array(repeating: nil, count: atlas.topics.count)
    entryOf = stems.map { _ in nil }
    let overlaps = Self.overlaps(ledger, library, atlas)
    match(overlaps)
    findSuccessors(overlaps)
    nameTopics()
    mergeTopics()
    successors.sort { ($0.from, $0.topic) < ($1.from, $1.topic) }
  }

  /// How the pages of the edition before lay.
  public var layout: FolderLayout { ledger.standingLayout }

  /// The ledger that the next edition is to be held against.
  public func ledger(plan: SitePlan) -> Ledger {
    var next = Ledger(forbidden: ledger.forbidden)
    for (index, topic) in atlas.topics.enumerated() {
      let id = plan.topics[index].stem
      var entry = Ledger.Entry(id: id, name: topic.name, papers: ids(of: topic))
      if let old = entryOf[index].map({ ledger.entries[$0] }) {
        entry.name = isForbidden(old.name) ? topic.name : old.name
        entry.rename = old.rename
        entry.shown = topic.name == entry.name ? nil : topic.name
        entry.isPinned = old.isPinned
      }
      next.entries.append(entry)
    }
    next.entries = (next.entries + merged(plan)).sorted { $0.id < $1.id }
    next.themes = atlas.themes.map { $0.topics.map { plan.topics[$0].stem } }
    next.moves = moves(plan)
    next.keywords = plan.keywords.sorted()
    next.gone = gone(plan)
    next.layout = plan.layout
    next.changes = changes(plan)
    return next
  }
}

extension Continuity {
  /// For each entry of the ledger the number of its papers in each topic.
  private static func overlaps(_ ledger: Ledger, _ library: Library, _ atlas: Atlas) -> [[Int]] {
    var topicOf: [PaperID: Int] = [:]
    for (index, topic) in atlas.topics.enumerated() {
      for paper in topic.papers { topicOf[library.papers[paper].id] = index }
    }
    return ledger.entries.map { entry in
      var counts = [Int](repeating: 0, count: atlas.topics.count)
      for paper in entry.papers { if let topic = topicOf[paper] { counts[topic] += 1 } }
      return counts
    }
  }

  private mutating func match(_ overlaps: [[Int]]) {
    // A pinned topic takes part with every paper that it has left, far before the others.
    let weights = zip(overlaps, ledger.entries).map { counts, entry in
      entry.isPinned ? counts.map { $0 * 1_000_000 } : counts
    }
    for (entry, match) in Assignment.best(weights).enumerated() {
      guard let topic = match else { continue }
      let old = ledger.entries[entry]
      // A topic goes on where half of the papers of the smaller of the two are in both.
      let half = 2 * overlaps[entry][topic] >= min(old.papers.count, atlas.topics[topic].papers.count)
      if half || old.isPinned {
        entryOf[topic] = entry
        stems[topic] = old.id
      }
    }
  }

  private mutating func findSuccessors(_ overlaps: [[Int]]) {
    let kept = Set(entryOf.compactMap { $0 })
    var left: [(id: String, to: String?)] = []
    for (entry, counts) in overlaps.enumerated() where !kept.contains(entry) {
      let id = ledger.entries[entry].id
      if let most = counts.max(), most > 0, let topic = counts.firstIndex(of: most) {
        successors.append(Successor(from: id, topic: topic))
      } else {
        left.append((id, ledger.entries[entry].mergeInto))
      }
    }
    // What moved before moves on with the topic that took it over.
    left += ledger.moves.map { ($0.from, $0.to) }
    for (id, to) in left {
      let heir = to.flatMap { to in stems.firstIndex(of: to) ?? successors.first { $0.from == to }?.topic }
      if let heir { successors.append(Successor(from: id, topic: heir)) } else { goneTopics.append(id) }
    }
  }

  /// Topics that go on keep their names; one that is new, or whose name is forbidden now, takes none that is in use.
  private mutating func nameTopics() {
    var taken: Set<String> = []
    let isKept = entryOf.map { entry in
      entry.map { ledger.entries[$0] }.map { $0.rename != nil || !isForbidden($0.name) } ?? false
    }
    let order = atlas.topics.indices.sorted { (isKept[$0] ? 0 : 1, $0) < (isKept[$1] ? 0 : 1, $1) }
    for topic in order {
      if isKept[topic], let entry = entryOf[topic] { atlas.topics[topic].name = Self.shownName(ledger.entries[entry]) }
      let name = atlas.topics[topic].name
      let names = [name] + atlas.topics[topic].terms.map { "\(name) & \($0)" }
      atlas.topics[topic].name = names.first { !taken.contains($0.lowercased()) } ?? name
      taken.insert(atlas.topics[topic].name.lowercased())
    }
  }

  /// Whether `name`, or one of the phrases that it is made of, is not to be given.
  private func isForbidden(_ name: String) -> Bool {
    if ledger.forbidden.isEmpty { return false }
    let forbidden = Set(ledger.forbidden.map { $0.lowercased() })
    let name = name.lowercased()
    let phrases = name.replacing("other: ", with: "", maxReplacements: 1).replacing(", ", with: " & ").split(
      separator: " & ")
    return forbidden.contains(name) || phrases.contains { forbidden.contains(String($0)) }
  }

  static func shownName(_ entry: Ledger.Entry) -> String { entry.rename ?? entry.name }

  private mutating func mergeTopics() {
    while let (topic, target, old) = nextMerge() {
      var entry = old
      entry.papers = ids(of: atlas.topics[topic])
      merged.append(entry)
      successors.append(Successor(from: entry.id, topic: target))
      atlas = atlas.merging(topic, into: target)
      stems.remove(at: topic)
      entryOf.remove(at: topic)
      for index in successors.indices {
        if successors[index].topic == topic { successors[index].topic = target }
        if successors[index].topic > topic { successors[index].topic -= 1 }
      }
    }
  }

  private func nextMerge() -> (topic: Int, target: Int, entry: Ledger.Entry)? {
    for topic in entryOf.indices {
      guard let entry = entryOf[topic].map({ ledger.entries[$0] }), let into = entry.mergeInto,
        let target = stems.firstIndex(of: into) ?? successors.first(where: { $0.from == into })?.topic, target != topic
      else { continue }
      return (topic, target, entry)
    }
    return nil
  }

  func ids(of topic: Topic) -> [PaperID] { topic.papers.map { library.papers[$0].id }.sorted() }

  /// The topics that were merged into others; where such a one is gone itself, into the one that has its papers now.
  private func merged(_ plan: SitePlan) -> [Ledger.Entry] {
    let ids = Set(plan.topics.map(\.stem) + merged.map(\.id))
    return merged.map { entry in
      guard let into = entry.mergeInto, !ids.contains(into) else { return entry }
      var entry = entry
      entry.mergeInto = successors.first { $0.from == into }.map { plan.topics[$0.topic].stem }
      return entry
    }
  }

  private func moves(_ plan: SitePlan) -> [Ledger.Move] {
    let taken = Set(plan.topics.map(\.stem))
    var seen: Set<String> = []
    return successors.filter { !taken.contains($0.from) && seen.insert($0.from).inserted }
      .map { Ledger.Move(from: $0.from, to: plan.topics[$0.topic].stem) }
  }
}
