import Text

extension Register {
  /// Gives the index, its letters and every value of several papers their pages.
  mutating func claim(_ allotment: inout Allotment, _ layout: inout FolderLayout) {
    if kind == .years {
      entries = ordered()
      letters = decades()
    } else {
      letters = Letter.index(entries.map(\.listName), in: kind.rawValue, of: kind.index, .names, &allotment)
    }
    layout.settle(kind.rawValue, count: Paging.entries.pages(ofLists: entries.map(\.papers.count).filter { $0 > 1 }))
    for at in entries.indices where entries[at].papers.count > 1 {
      let slug = Slug.of(entries[at].name) ?? "v-" + Fingerprint(entries[at].name).hex.prefix(10)
      let first = allotment.claim(kind.rawValue, slug, layout)
      entries[at].pages = allotment.claimPages(after: first, count: Paging.entries.pages(entries[at].papers.count))
    }
  }

  /// Years as decades, the latest first, all on the index itself.
  private func decades() -> [Letter] {
    var decades: [Letter] = []
    for (place, entry) in entries.enumerated() {
      let name = String(entry.name.dropLast()) + "0s"
      if decades.last?.name == name {
        decades[decades.count - 1].items.append(place)
      } else {
        decades.append(Letter(name: name, items: [place], pages: [kind.index]))
      }
    }
    return decades
  }

  /// The years from the latest to the first.
  private mutating func ordered() -> [Entry] {
    let order = entries.indices.sorted { (Int(entries[$0].name) ?? 0) > (Int(entries[$1].name) ?? 0) }
    var places = [Int](repeating: 0, count: order.count)
    for (place, entry) in order.enumerated() { places[entry] = place }
    entriesOfPaper = entriesOfPaper.map { $0.map { places[$0] } }
    return order.map { entries[$0] }
  }
}
