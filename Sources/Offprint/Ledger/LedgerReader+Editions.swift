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

  /// Addresses of pages of topics and keywords.
  mutating func pages() throws(Fault) -> [SitePath] {
    var pages: [SitePath] = []
    try list { (reader) throws(Fault) in
      let start = reader.place
      guard let text = try reader.text() else { return }
      let parts = text.hasSuffix(".html") ? text.dropLast(".html".utf8.count).split(separator: "/") : []
      guard parts.count > 1, ["topics", "keywords"].contains(parts[0]), parts.allSatisfy({ Self.isAddress(String($0)) })
      else { return reader.complain(start, "The address of a topic's or keyword's page is expected here.") }
      pages.append(SitePath(text))
    }
    return pages
  }

  mutating func layout() throws(Fault) -> FolderLayout {
    var layout = FolderLayout()
    try object("What is divided among folders", FolderLayout.kinds) { (reader, name) throws(Fault) in
      layout.isDivided[name] = try reader.flag()
    }
    return layout
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
