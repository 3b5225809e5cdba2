extension Citation {
  /// A RIS record, ending in `ER  - ` and a line feed.
  public func ris(withAbstract: Bool = false) -> String {
    let details = paper.details
    var lines = [("TY", risType), ("ID", key)]
    for author in details.authors {
      lines.append(("AU", author.given.isEmpty ? author.family : "\(author.family), \(author.given)"))
    }
    lines.append(("TI", paper.title))
    for (tag, value) in [
      ("T2", details.venue), ("PY", details.year.map { String($0) }), ("VL", details.volume),
      ("IS", details.issue), ("SP", details.pages), ("PB", details.publisher), ("DO", details.doi),
      ("UR", details.url), ("N1", note), ("AB", withAbstract ? paper.abstract : nil),
    ] {
      if let value, !value.isEmpty { lines.append((tag, value)) }
    }
    return lines.map { "\($0)  - \(Self.oneLine($1))\n" }.joined() + "ER  - \n"
  }

  private var risType: String {
    switch kind {
    case .journal: "JOUR"
    case .meeting: "CONF"
    case .other: "GEN"
    }
  }

  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
