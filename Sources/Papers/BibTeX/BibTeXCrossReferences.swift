extension BibTeXEntry {
  /// What an entry takes from the one that its `crossref` names, where it has it not itself; the title of a volume is
  /// the `booktitle` of what stands in it.
  private static let inherited = [
    "booktitle", "year", "date", "month", "publisher", "series", "volume", "number", "editor", "organization",
    "address",
  ]

  /// The entries with what they take from those that they refer to (Patashnik 1988), wherever these stand in the file.
  ///
  /// A key that is not there, and a reference of what is referred to, count for nothing.
  static func completed(_ entries: [BibTeXEntry]) -> [BibTeXEntry] {
    guard entries.contains(where: { $0["crossref"] != nil }) else { return entries }
    let places = Dictionary(entries.enumerated().map { (key($0.element.key), $0.offset) }) { first, _ in first }
    return entries.map { entry in
      guard let name = entry["crossref"], let place = places[key(String(decoding: name, as: UTF8.self))] else {
        return entry
      }
      var entry = entry
      let parent = entries[place]
      for name in inherited where entry[name] == nil {
        guard let value = name == "booktitle" ? parent["booktitle", "title"] : parent[name] else { continue }
        // A journal's article stands in no book, and a volume's editors wrote nothing of what is in it.
        if name == "booktitle" && entry["journal", "journaltitle"] != nil { continue }
        if name == "editor" && entry["author"] != nil { continue }
        entry.fields.append(Field(name: name, value: value))
      }
      return entry
    }
  }

  private static func key(_ text: String) -> String { trimmed(text).lowercased() }
}
