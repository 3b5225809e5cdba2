import Papers
import Planning

/// What the ledger tells of editions before: addresses that moved, what topics were found of, what changed.
extension LedgerReader {
  mutating func move(into ledger: inout Ledger) throws(Fault) {
    let start = place
    var move = Ledger.Move(from: "", to: "")
    var target = start
    let isMove = try object("A move", ["from", "to"]) { (reader, name) throws(Fault) in
      if name == "from" {
        move.from = try reader.text() ?? ""
      } else {
        target = reader.place
        move.to = try reader.text() ?? ""
      }
    }
    guard isMove else { return }
    guard Self.isAddress(move.from), Self.isAddress(move.to) else {
      complain(start, "`from` and `to`, two ids of topics, are expected here.")
      return
    }
    ledger.moves.append(move)
    moveTargets.append(target)
  }

  mutating func basis() throws(Fault) -> Ledger.Basis? {
    let start = place
    var (papers, settings, drift): (String?, String?, Int?)
    try object("What topics were found of", ["papers", "settings", "drift"]) { (reader, name) throws(Fault) in
      switch name {
      case "papers": papers = try reader.text()
      case "settings": settings = try reader.text()
      default: drift = try reader.number()
      }
    }
    guard let papers, let settings, let drift, drift >= 0 else {
      complain(
        start, "`papers`, `settings` and `drift` are expected here.", hint: "Take the line out: topics are found anew.")
      return nil
    }
    return Ledger.Basis(papers: papers, settings: settings, drift: drift)
  }

  mutating func changes() throws(Fault) -> EditionChanges {
    var changes = EditionChanges()
    let names = ["newPapers", "gonePapers", "newTopics", "renamedTopics", "goneTopics"]
    try object("What changed", names) { (reader, name) throws(Fault) in
      switch name {
      case "newPapers": changes.newPapers = try reader.texts().map(PaperID.init)
      case "gonePapers": changes.gonePapers = try reader.number() ?? 0
      case "newTopics": changes.newTopics = try reader.texts()
      case "renamedTopics":
        try reader.pairs("A renamed topic", "id", "from") { id, from in
          changes.renamedTopics.append(.init(id: id ?? "", from: from ?? ""))
        }
      default:
        try reader.pairs("A topic that went", "name", "to") { name, to in
          changes.goneTopics.append(.init(name: name ?? "", to: to))
        }
      }
    }
    return changes
  }
}
