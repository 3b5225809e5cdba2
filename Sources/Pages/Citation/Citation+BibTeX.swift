extension Citation {
  /// A BibTeX entry, ending in a line feed; formulas of the title stay TeX.
  public var bibTeX: String {
    let details = paper.details
    var fields: [(String, String)] = [("title", "{{\(Self.escaped(paper.title))}}")]
    if !details.authors.isEmpty {
      let names = details.authors.map { $0.given.isEmpty ? "{\($0.family)}" : "\($0.family), \($0.given)" }
      fields.append(("author", braced(names.joined(separator: " and "), escape: false)))
    }
    if let year = details.year { fields.append(("year", "{\(year)}")) }
    if let venue = details.venue { fields.append((placeField, braced(venue))) }
    for (name, value) in [
      ("volume", details.volume), ("number", details.issue), ("pages", details.pages),
      ("publisher", details.publisher),
    ] {
      if let value { fields.append((name, braced(value))) }
    }
    if let doi = details.doi { fields.append(("doi", "{\(doi)}")) }
    if let arxiv = details.arxivID { fields += [("eprint", "{\(arxiv)}"), ("archiveprefix", "{arXiv}")] }
    if let url = details.url { fields.append(("url", "{\(url)}")) }
    if let note { fields.append(("note", braced(note))) }
    let width = fields.map(\.0.utf8.count).max() ?? 0
    let lines = fields.map { name, value in
      "  \(name)\(String(repeating: " ", count: width - name.utf8.count)) = \(value),\n"
    }
    return "@\(entryType){\(key),\n\(lines.joined())}\n"
  }

  private var entryType: String {
    switch kind {
    case .journal: "article"
    case .meeting: "inproceedings"
    case .other: "misc"
    }
  }

  private var placeField: String {
    switch kind {
    case .journal: "journal"
    case .meeting: "booktitle"
    case .other: "howpublished"
    }
  }

  private func braced(_ text: String, escape: Bool = true) -> String { "{\(escape ? Self.escaped(text) : text)}" }

  /// TeX's own characters escaped, but for what stands between two dollar signs.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isActive) else { return text }
    let pieces = text.split(separator: "$", omittingEmptySubsequences: false)
    guard pieces.count > 1, pieces.count % 2 == 1 else { return escapedText(text) }
    var result = ""
    for (at, piece) in pieces.enumerated() {
      result += at % 2 == 0 ? escapedText(String(piece)) : "$\(piece)$"
    }
    return result
  }

  /// Whether TeX takes the character for more than itself.
  private static func isActive(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23...0x26, 0x5C, 0x5E, 0x5F, 0x7B, 0x7D, 0x7E: true
    default: false
    }
  }

  private static func escapedText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&", "%", "$", "#", "_", "{", "}": result += "\\\(scalar)"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "\\": result += "\\textbackslash{}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
