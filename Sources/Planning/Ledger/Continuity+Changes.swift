import Papers

extension Continuity {
  /// Pages of topics and keywords that an edition before had and that lead nowhere now, sorted.
  func gone(_ plan: SitePlan) -> [SitePath] {
    let topics = goneTopics.map { SitePath("topics/\($0).html") }
    let gone = Set(topics).union(ledger.gone).union(ledger.keywords).subtracting(plan.keywords)
    if gone.isEmpty { return [] }
    let led = successors.map { SitePath("topics/\($0.from).html") }
    return gone.subtracting(plan.all).subtracting(led).sorted()
  }

  /// What differs from the edition before; where nothing does, what that edition said itself.
  func changes(_ plan: SitePlan) -> EditionChanges {
    let difference = difference
    guard !difference.isEmpty else { return ledger.changes }
    var changes = EditionChanges()
    changes.newPapers = difference.newPapers
    changes.gonePapers = difference.gonePapers
    changes.newTopics = difference.newTopics.map { plan.topics[$0].stem }.sorted()
    changes.renamedTopics = difference.renamedTopics
      .map { EditionChanges.Renaming(id: plan.topics[$0.topic].stem, from: $0.from) }.sorted { $0.id < $1.id }
    changes.goneTopics = difference.goneTopics.map { entry in
      let heir = successors.first { $0.from == ledger.entries[entry].id }
      return EditionChanges.Departure(
        name: Self.lastName(ledger.entries[entry]), to: heir.map { plan.topics[$0.topic].stem })
    }.sorted { ($0.name, $0.to ?? "") < ($1.name, $1.to ?? "") }
    return changes
  }

  /// The changes before addresses are known: topics by index.
  private struct Difference {
    var newPapers: [PaperID] = []
    var gonePapers = 0
    var newTopics: [Int] = []
    var renamedTopics: [(topic: Int, from: String)] = []
    /// Entries of the ledger.
    var goneTopics: [Int] = []

    var isEmpty: Bool {
      newPapers.isEmpty && gonePapers == 0 && newTopics.isEmpty && renamedTopics.isEmpty && goneTopics.isEmpty
    }
  }

  private var difference: Difference {
    let before = Set(ledger.entries.flatMap(\.papers))
    // A first edition has nothing to be held against.
    guard !before.isEmpty else { return Difference() }
    let now = Set(atlas.topics.flatMap { ids(of: $0) })
    var difference = Difference()
    difference.newPapers = now.subtracting(before).sorted()
    difference.gonePapers = before.subtracting(now).count
    for topic in atlas.topics.indices {
      guard let entry = entryOf[topic].map({ ledger.entries[$0] }) else {
        difference.newTopics.append(topic)
        continue
      }
      let name = Self.lastName(entry)
      if name != atlas.topics[topic].name { difference.renamedTopics.append((topic, name)) }
    }
    let kept = Set(entryOf.compactMap { $0 })
    let movedBefore = Set(ledger.moves.map(\.from))
    difference.goneTopics = ledger.entries.indices.filter {
      !kept.contains($0) && !movedBefore.contains(ledger.entries[$0].id)
    }
    return difference
  }

  /// The name that the edition before showed.
  private static func lastName(_ entry: Ledger.Entry) -> String { entry.shown ?? entry.name }
}
