extension Citation {
  /// Appends a RIS record, ending in `ER  - ` and a line feed.
  func appendRIS(to output: inout [UInt8]) {
    let details = paper.details
    func line(_ tag: StaticString, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      tag.withUTF8Buffer { output.append(contentsOf: $0) }
      output.append(contentsOf: "  - ".utf8)
      let start = output.count
      output.append(contentsOf: value.utf8)
      // A line break would begin another field.
      if PlainText.hasControls(value) {
        for at in start..<output.count where output[at] < 0x20 { output[at] = 0x20 }
      }
      output.append(0x0A)
    }
    line("TY", risType)
    line("ID", key)
    for author in details.authors {
      line("AU", author.given.isEmpty ? author.family : "\(author.family), \(author.given)")
    }
    line("TI", paper.plainTitle)
    line("T2", details.venue)
    line("PY", details.year.map { String($0) })
    line("DA", details.date?.replacing("-", with: "/"))
    line("VL", details.volume)
    line("IS", details.issue)
    let pages = details.pages?.split(maxSplits: 1) { $0 == "-" || $0 == "–" }.map(String.init) ?? []
    line("SP", pages.first.map(Self.bare))
    line("EP", pages.dropFirst().first.map(Self.bare))
    line("PB", details.publisher)
    line("DO", details.doi)
    line("UR", details.url)
    line("AN", details.arxivID.map { "arXiv:" + $0 })
    for keyword in details.keywords { line("KW", keyword) }
    line("LA", details.language)
    line("N1", note)
    output.append(contentsOf: "ER  - \n".utf8)
  }

  /// A page without the hyphens and blanks of the range that it came from.
  private static func bare(_ page: String) -> String { page.filter { $0 != "-" && $0 != "–" && $0 != " " } }

  private var risType: String {
    switch kind {
    case .journal: "JOUR"
    case .meeting: "CONF"
    case .other: "GEN"
    }
  }
}
