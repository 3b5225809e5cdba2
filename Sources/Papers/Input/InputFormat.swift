/// The formats that a file can have, told by its content.
enum InputFormat: String, Sendable {
  case textDump = "text dump"
  case jsonLines = "JSON Lines"
  case json = "JSON"
  case bibTeX = "BibTeX"
  case ris = "RIS"
  case pubMed = "PubMed"
  case webOfScience = "Web of Science"
  case endNote = "EndNote"
  case atom = "Atom"
  case table = "table"
  case markdownList = "Markdown list"

  /// Looks at the first lines of a file: the format that most of them speak for; what is none of the others is a dump.
  static func of(_ bytes: [UInt8], _ lines: LineTable) -> InputFormat {
    bytes.withUnsafeBufferPointer { bytes in
      var votes = Votes()
      for line in lines.lines.prefix(200) { votes.count(UnsafeBufferPointer(rebasing: bytes[line])) }
      return votes.winner
    }
  }

  /// Lines that are typical of each format.
  private struct Votes {
    private var seen = 0
    private var json = 0
    private var bibTeX = 0
    private var ris = 0
    private var pubMed = 0
    private var wholeJSON = 0
    private var linkedItems = 0
    private var isTable = false
    /// An object of JSON begins the file.
    private var opensObject = false
    private var isMarkup = false
    /// A list of JSON begins the file.
    private var opensList = false
    private var taggedStyle = TaggedStyle.hyphen

    mutating func count(_ line: UnsafeBufferPointer<UInt8>) {
      guard let start = line.firstIndex(where: { !$0.isSpace }) else { return }
      seen += 1
      let text = UnsafeBufferPointer(rebasing: line[start...])
      if seen == 1 { lookAtStart(text) }
      if MarkdownListReader.isLinkedItem(line) { linkedItems += 1 }
      if Self.opensObject(text) {
        json += 1
        if text.last(where: { !$0.isSpace }) == 0x7D { wholeJSON += 1 }
      }
      if let tag = TaggedReader.tag(line)?.name {
        if tag == "TY" || tag == "ER" { ris += 1 }
        if tag == "PMID" { pubMed += 1 }
      }
      if text[0] == 0x40, let brace = text.firstIndex(where: { $0 == 0x7B || $0 == 0x28 }), brace > 1,
        text[1..<brace].allSatisfy({ $0 | 0x20 &- 0x61 < 26 || $0 == 0x20 })
      {
        bibTeX += 1
      }
    }

    private mutating func lookAtStart(_ text: UnsafeBufferPointer<UInt8>) {
      opensObject = Self.opensObject(text)
      taggedStyle = TaggedStyle.of(text)
      isTable = TableReader.separator(of: text) != nil
      isMarkup = text.starts(with: "<?xml".utf8) || text.starts(with: "<feed".utf8)
      let rest = text.dropFirst().drop(while: \.isSpace)
      opensList = text[0] == 0x5B && (rest.isEmpty || rest.first == 0x7B || rest.first == 0x5D)
    }

    /// A brace with a string after it, with its other half, or with nothing.
    private static func opensObject(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      let rest = text.dropFirst().drop(while: \.isSpace)
      return text[0] == 0x7B && (rest.isEmpty || rest.first == 0x22 || rest.first == 0x7D)
    }

    var winner: InputFormat {
      if isMarkup { return .atom }
      if seen == 1, opensObject { return .json }
      if wholeJSON * 2 > seen, !opensList || seen > 2 * (seen - json) { return .jsonLines }
      if opensList || opensObject { return .json }
      if json * 2 > seen { return .jsonLines }
      if pubMed > 0 { return .pubMed }
      if ris > 0 { return .ris }
      if taggedStyle == .percent { return .endNote }
      if taggedStyle == .bare, !isTable { return .webOfScience }
      if bibTeX > 0, bibTeX * 40 > seen { return .bibTeX }
      if isTable { return .table }
      return linkedItems > 1 && linkedItems * 4 >= seen ? .markdownList : .textDump
    }
  }
}
