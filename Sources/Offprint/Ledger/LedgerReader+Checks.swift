import Diagnostics
import Planning

/// What can be wrong with a ledger whose every value is right alone.
extension LedgerReader {
  /// Holds the topics against each other.
  mutating func check(_ ledger: Ledger) {
    checkIDs(ledger)
    checkMerges(ledger)
    checkNames(ledger)
    let ids = ledger.entries.map(\.id)
    let known = Set(ids)
    for (move, place) in zip(ledger.moves, moveTargets) where !known.contains(move.to) {
      complain(
        place, "There is no topic \"\(move.to)\".",
        hint: Self.suggestion(move.to, ids) ?? "Take the move out, or lead it to a topic that is there.")
    }
  }

  private mutating func checkIDs(_ ledger: Ledger) {
    var seen: Set<String> = []
    for (entry, place) in zip(ledger.entries, places) where !seen.insert(entry.id).inserted {
      complain(place.id, "Another topic has the id \"\(entry.id)\" already.")
    }
  }

  private mutating func checkMerges(_ ledger: Ledger) {
    let targets = Dictionary(ledger.entries.map { ($0.id, $0.mergeInto) }) { first, _ in first }
    var told: Set<String> = []
    for (entry, place) in zip(ledger.entries, places) {
      guard let target = entry.mergeInto else { continue }
      if target == entry.id {
        complain(place.merge, "The topic \"\(entry.id)\" cannot be merged into itself.")
      } else if targets[target] == nil {
        let hint = Self.suggestion(target, ledger.entries.map(\.id).filter { $0 != entry.id })
        complain(place.merge, "There is no topic \"\(target)\" to merge into.", hint: hint)
      } else if let circle = Self.circle(from: entry.id, targets), told.isDisjoint(with: circle) {
        told.formUnion(circle)
        complain(
          place.merge, "These topics are to be merged in a circle: \((circle + [entry.id]).joined(separator: " → ")).",
          hint: "Leave out the `merge` of the one that is to stay.")
      }
    }
  }

  /// The way of merges that leads from `id` back to it; nil where it does not.
  private static func circle(from id: String, _ targets: [String: String?]) -> [String]? {
    var way = [id]
    var at = id
    while let next = targets[at] ?? nil, way.count <= targets.count {
      if next == id { return way }
      way.append(next)
      at = next
    }
    return nil
  }

  /// No two topics can be shown under one name, nor any under one that is forbidden.
  private mutating func checkNames(_ ledger: Ledger) {
    let forbidden = Set(ledger.forbidden.map { $0.lowercased() })
    var owner: [String: String] = [:]
    for entry in ledger.entries where entry.rename == nil && entry.mergeInto == nil {
      owner[entry.name.lowercased()] = entry.id
    }
    for (entry, place) in zip(ledger.entries, places) {
      guard let name = entry.rename, entry.mergeInto == nil else { continue }
      let key = name.lowercased()
      if forbidden.contains(key) {
        complain(
          place.rename, "\"\(name)\" is among the names that no topic may have.", hint: "Take it out of `forbid`.")
      }
      if let other = owner[key], other != entry.id {
        complain(
          place.rename, "The topic \"\(other)\" has the name \"\(name)\" already.",
          hint: "To make one topic of the two, write \"merge\": \"\(other)\" instead.")
      }
      owner[key] = entry.id
    }
  }

  private static func suggestion(_ name: String, _ names: [String]) -> String? {
    NearMiss.suggestion(for: name, among: names).map { "Did you mean \"\($0)\"?" }
  }
}
