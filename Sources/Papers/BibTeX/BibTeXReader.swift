import Diagnostics
import TeX

/// Reads papers out of BibTeX.
enum BibTeXReader {
  static func read(_ bytes: [UInt8], file: String, lines: LineTable) -> Reading {
    bytes.withUnsafeBufferPointer { bytes in
      var parser = BibTeXParser(bytes)
      parser.parse()
      var making = RecordMaking(file: file, expectsAbstracts: false)
      for fault in parser.faults { report(fault, lines, &making) }
      let entries = BibTeXEntry.completed(parser.entries)
      for entry in entries { add(entry, lines, &making) }
      return making.reading
    }
  }

  private static func add(_ entry: BibTeXEntry, _ lines: LineTable, _ making: inout RecordMaking) {
    let place = lines.place(of: entry.offset)
    func text(_ value: [UInt8]?) -> String {
      let cleaned = CleanText(bytes: value ?? [])
      making.report(cleaned, at: place)
      return cleaned.text
    }
    let titles = [text(entry["title"]), text(entry["subtitle"])].filter { !$0.isEmpty }
    let paper = FoundPaper(
      sourceID: entry.key, hasLocalID: true, title: titles.joined(separator: ": "), abstract: text(entry["abstract"]),
      details: details(entry), isTeX: true)
    making.add(paper, line: place.line, column: place.column)
  }

  private static func details(_ entry: BibTeXEntry) -> Details {
    func plain(_ value: [UInt8]?) -> String? { value.map(BibTeXNames.plain).flatMap { $0.isEmpty ? nil : $0 } }
    var details = Details()
    details.authors = entry["author", "editor"].map(BibTeXNames.authors) ?? []
    details.year = plain(entry["year", "date"]).flatMap(Identifiers.year)
    details.venue = plain(entry["journal", "journaltitle", "booktitle", "series", "school", "institution"])
    let page = address(entry["url", "pdf"]) ?? address(entry["howpublished"]) ?? address(entry["note"])
    details.url = page
    details.doi = plain(entry["doi"]).flatMap(Identifiers.doi)
    details.doi = details.doi ?? page.flatMap { $0.contains("doi.org/") ? Identifiers.doi($0) : nil }
    details.arxivID = arxivID(entry) ?? page.flatMap(Identifiers.arxivOfAddress)
    details.codeURL = address(entry["code", "github", "codeurl", "software"])
    details.categories = plain(entry["primaryclass"]).map { $0.split(separator: " ").map(String.init) } ?? []
    details.date = plain(entry["date"]).flatMap(Identifiers.day)
    if details.date == nil, let year = details.year {
      details.date = plain(entry["month"]).flatMap { BibTeXMonths.day($0, year: year) }
    }
    details.volume = plain(entry["volume"])
    details.issue = plain(entry["number", "issue"])
    details.pages = plain(entry["pages"])
    details.publisher = plain(entry["publisher"])
    details.keywords = plain(entry["keywords", "keyword"]).map { JSONSchema.list(.string($0)) } ?? []
    details.language = plain(entry["language", "langid"])
    return details
  }

  /// The first web address in a value, out of its `\\url{…}` or `\\href{…}{…}`.
  ///
  /// It is read before TeX is: an address may hold `~`, `%` and `_`, with a backslash before them or without.
  private static func address(_ value: [UInt8]?) -> String? {
    let text = CleanText(bytes: value ?? []).text
    guard let start = text.firstRange(of: "http://")?.lowerBound ?? text.firstRange(of: "https://")?.lowerBound
    else { return nil }
    let address = text[start...].prefix { !$0.isWhitespace && !"{}<>\"|".contains($0) }.filter { $0 != "\\" }
    return Identifiers.webAddress(Substring(address).trimmingMarks)
  }

  /// Out of `eprint`, unless that belongs to another archive, or out of a journal `arXiv preprint arXiv:2401.01234`.
  private static func arxivID(_ entry: BibTeXEntry) -> String? {
    func text(_ value: [UInt8]?) -> String { CleanText(bytes: value ?? []).text }
    let archive = text(entry["archiveprefix", "eprinttype"]).lowercased()
    if archive.isEmpty || archive == "arxiv", let id = Identifiers.arxiv(text(entry["eprint", "arxiv"])) { return id }
    for value in [text(entry["journal"]), text(entry["volume"]), text(entry["number"]), text(entry["note"])] {
      guard let start = value.lowercased().firstRange(of: "arxiv:")?.lowerBound else { continue }
      let offset = value.lowercased()[..<start].count
      if let id = Identifiers.arxiv(String(value.dropFirst(offset))) { return id }
    }
    return nil
  }

  private static func report(_ fault: BibTeXParser.Fault, _ lines: LineTable, _ making: inout RecordMaking) {
    let (summary, action, hint) = words(fault)
    making.warn(fault.kind.rawValue, lines.place(of: fault.offset), summary, action: action, hint: hint)
  }

  private static func words(_ fault: BibTeXParser.Fault) -> (summary: String, action: String, hint: String?) {
    switch fault.kind {
    case .unclosedValue:
      ("a value that is never closed", "ended it with its line", "look for a brace too many or too few")
    case .unclosedEntry:
      ("the entry “\(fault.text)” is never closed", "ended it before the next one", "close it with a brace")
    case .missingComma: ("no comma between two fields", "read on as if there were one", nil)
    case .unexpected:
      ("expected a field, found “\(fault.text)”", "went on with the next field", "look for a brace too many or too few")
    case .unknownMacro:
      (
        "nothing defines “\(fault.text)”", "took the word as it stands",
        "put the value in braces, or define it with @string"
      )
    case .stray:
      ("text that belongs to no entry: “\(fault.text)”", "passed over it", "if it is part of an entry, mend its braces")
    }
  }
}
