import Diagnostics
import Papers
import Planning
import Yams

/// Reads `ledger.json`, which people edit, naming line and column of whatever it cannot take.
///
/// JSON is a part of YAML, whose reader knows the place of every value.
struct LedgerReader {
  private let file: String
  private var diagnostics: [Diagnostic] = []

  /// The ledger in `text`.
  /// - Throws: One diagnostic for each unknown key, wrong type and id that names no topic.
  static func read(_ text: String, file: String) throws(Failure) -> Ledger {
    var reader = LedgerReader(file: file)
    let ledger = try reader.ledger(text)
    guard reader.diagnostics.isEmpty else { throw Failure(reader.diagnostics) }
    return ledger
  }

  private init(file: String) { self.file = file }
}

extension LedgerReader {
  private mutating func ledger(_ text: String) throws(Failure) -> Ledger {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      throw Failure(
        Diagnostic(
          "ledger.json", .error, at: SourcePosition(file: file), "This is no JSON: \(error)",
          action: "Nothing was built.",
          hint: "Mend it, or remove the file: topics then start anew."))
    }
    guard let root, case .mapping(let mapping) = root else { return Ledger() }
    var ledger = Ledger()
    for (key, value) in mapping {
      switch key.string {
      case "format":
        if value.string != "offprint-ledger" { complain(value, "`offprint-ledger` is expected here.") }
      case "version": if value.int != 1 { complain(value, "This version of the file is not known; 1 is.") }
      case "topics": ledger.entries = list(value).compactMap { entry($0) }
      case "moved": ledger.moves = list(value).compactMap { move($0) }
      case "forbid": ledger.forbidden = texts(value)
      case "changes": ledger.changes = changes(value)
      case "themes": ledger.themes = list(value).map { texts($0) }
      case "foundOf": ledger.basis = basis(value)
      default:
        unknown(key, ["format", "version", "topics", "themes", "moved", "forbid", "changes", "foundOf"])
      }
    }
    checkMerges(ledger, root)
    return ledger
  }

  private mutating func entry(_ node: Node) -> Ledger.Entry? {
    guard case .mapping(let mapping) = node else { return complaint(node, "A topic is expected here.") }
    var entry = Ledger.Entry(id: "", name: "", papers: [])
    for (key, value) in mapping {
      switch key.string {
      case "id": entry.id = text(value)
      case "name": entry.name = text(value)
      case "shown": entry.shown = text(value)
      case "rename": entry.rename = text(value)
      case "pin": entry.isPinned = flag(value)
      case "merge": entry.mergeInto = text(value)
      case "papers": entry.papers = texts(value).map(PaperID.init)
      default: unknown(key, ["id", "name", "shown", "rename", "pin", "merge", "papers"])
      }
    }
    guard Self.isAddress(entry.id) else {
      return complaint(node, "A topic's `id` is made of small letters, digits and hyphens.")
    }
    return entry
  }

  private mutating func basis(_ node: Node) -> Ledger.Basis? {
    guard let papers = node["papers"]?.string, let settings = node["settings"]?.string, let drift = node["drift"]?.int,
      drift >= 0
    else { return complaint(node, "`papers`, `settings` and `drift` are expected here.") }
    return Ledger.Basis(papers: papers, settings: settings, drift: drift)
  }

  private mutating func move(_ node: Node) -> Ledger.Move? {
    guard let from = node["from"]?.string, let to = node["to"]?.string, Self.isAddress(from), Self.isAddress(to) else {
      return complaint(node, "`from` and `to`, two ids of topics, are expected here.")
    }
    return Ledger.Move(from: from, to: to)
  }

  private mutating func changes(_ node: Node) -> EditionChanges {
    var changes = EditionChanges()
    changes.newPapers = node["newPapers"].map { texts($0).map(PaperID.init) } ?? []
    changes.gonePapers = node["gonePapers"]?.int ?? 0
    changes.newTopics = node["newTopics"].map { texts($0) } ?? []
    changes.renamedTopics = (node["renamedTopics"].map { list($0) } ?? []).map {
      EditionChanges.Renaming(id: $0["id"]?.string ?? "", from: $0["from"]?.string ?? "")
    }
    changes.goneTopics = (node["goneTopics"].map { list($0) } ?? []).map {
      EditionChanges.Departure(name: $0["name"]?.string ?? "", to: $0["to"]?.string)
    }
    return changes
  }

  private mutating func checkMerges(_ ledger: Ledger, _ root: Node) {
    let ids = ledger.entries.map(\.id)
    for (index, entry) in ledger.entries.enumerated() {
      guard let target = entry.mergeInto, target == entry.id || !ids.contains(target) else { continue }
      let node = root["topics"]?.sequence?[index]["merge"] ?? root
      let hint = NearMiss.suggestion(for: target, among: ids.filter { $0 != entry.id })
      complain(
        node, "There is no other topic \"\(target)\" to merge into.", hint: hint.map { "Did you mean \"\($0)\"?" })
    }
  }

  /// An id becomes part of an address, so nothing that leads out of the folder may stand in it.
  private static func isAddress(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 200
      && id.utf8.allSatisfy { $0 == 0x2D || $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
  }

  private mutating func list(_ node: Node) -> [Node] {
    if let sequence = node.sequence { return Array(sequence) }
    complain(node, "A list is expected here.")
    return []
  }

  private mutating func texts(_ node: Node) -> [String] { list(node).map { text($0) } }

  private mutating func text(_ node: Node) -> String {
    if case .scalar(let scalar) = node, !scalar.string.isEmpty { return scalar.string }
    complain(node, "Text is expected here.")
    return ""
  }

  private mutating func flag(_ node: Node) -> Bool {
    if let flag = node.bool { return flag }
    complain(node, "`true` or `false` is expected here.")
    return false
  }

  private mutating func unknown(_ key: Node, _ names: [String]) {
    let name = key.string ?? ""
    let hint = NearMiss.suggestion(for: name, among: names).map { "Did you mean \"\($0)\"?" }
    complain(key, "There is no key \"\(name)\".", hint: hint ?? "The keys are: \(names.joined(separator: ", ")).")
  }

  private mutating func complaint<Value>(_ node: Node, _ summary: String) -> Value? {
    complain(node, summary)
    return nil
  }

  private mutating func complain(_ node: Node, _ summary: String, hint: String? = nil) {
    let position = SourcePosition(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    diagnostics.append(
      Diagnostic("ledger.entry", .error, at: position, summary, action: "Nothing was built.", hint: hint))
  }
}
