import Diagnostics
import Text

/// Reads the Atom feeds of arXiv's interface, entry by entry: a broken entry harms no other.
enum AtomReader {
  static func read(_ bytes: [UInt8], file: String, lines: LineTable) -> Reading {
    bytes.withUnsafeBufferPointer { bytes in
      var making = RecordMaking(file: file, expectsAbstracts: false)
      let encoding = encoding(bytes)
      let entries = entries(bytes)
      for entry in entries { add(bytes, entry, encoding, lines, &making) }
      if entries.isEmpty {
        making.report(
          Diagnostic(
            "atom.no-entries", .error, at: SourcePosition(file: file, line: 1, column: 1), "XML without an <entry>",
            action: "read nothing from it",
            hint: "of XML, only Atom feeds are read; export the list as BibTeX, RIS, JSON or a table"))
      }
      return making.reading
    }
  }

  /// From each `<entry` to the end of its element, or to the next one where the end is missing.
  private static func entries(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let open = Array("<entry".utf8)
    let close = Array("</entry>".utf8)
    var starts: [Int] = []
    var ends: [Int] = []
    var at = 0
    while let found = Octets.find(0x3C, bytes, from: at) {
      at = found + 1
      if bytes[found...].starts(with: open), found + 6 < bytes.count,
        bytes[found + 6].isSpace || bytes[found + 6] == 0x3E
      {
        starts.append(found)
        ends.append(bytes.count)
      } else if bytes[found...].starts(with: close), ends.last == bytes.count {
        ends[ends.count - 1] = found + close.count
      }
    }
    return starts.indices.map { index in
      let next = index + 1 < starts.count ? starts[index + 1] : bytes.count
      return starts[index]..<min(ends[index], next)
    }
  }

  private static func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ encoding: String, _ lines: LineTable,
    _ making: inout RecordMaking
  ) {
    let slice = UnsafeBufferPointer(rebasing: bytes[range])
    var entry = AtomEntry(slice, encoding: encoding)
    let place = lines.place(of: range.lowerBound)
    if encoding == "UTF-8", entry.fault != nil {
      // Broken UTF-8 and control characters stop an XML parser: without them the entry may be whole.
      let cleaned = CleanText(bytes, [range])
      making.report(cleaned, lines)
      let again = Array(cleaned.text.utf8).withUnsafeBufferPointer { AtomEntry($0, encoding: encoding) }
      if again.fault == nil { entry = again }
    }
    if let fault = entry.fault {
      making.warn(
        "atom.malformed", lines.place(of: min(bytes.count, range.lowerBound + fault.offset)),
        "no XML here: \(fault.reason)",
        action: "kept what stands before it in the entry")
    }
    let paper = FoundPaper(
      sourceID: Identifiers.arxiv(entry.id) ?? entry.id, title: entry.title, abstract: entry.summary,
      details: details(entry))
    making.add(paper, line: place.line, column: place.column)
  }

  private static func details(_ entry: AtomEntry) -> Details {
    var details = Details()
    details.authors = entry.authors.prefix(Limits.list).compactMap(Author.init(parsing:))
    details.arxivID = Identifiers.arxiv(entry.id)
    details.date = Identifiers.day(entry.published)
    details.year = Identifiers.year(entry.published)
    details.doi = Identifiers.doi(entry.doi)
    details.venue = entry.journal.isEmpty ? nil : entry.journal
    details.categories = Array(entry.categories.prefix(Limits.list))
    let page = entry.links.first { $0.relation == "alternate" } ?? entry.links.first { $0.title != "pdf" }
    details.url = page.flatMap { Identifiers.webAddress($0.address) } ?? Identifiers.webAddress(entry.id)
    return details
  }

  /// The encoding that the XML declaration names.
  private static func encoding(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let start = head.firstRange(of: "encoding=")?.upperBound, start < head.endIndex
    else { return "UTF-8" }
    let name = head[start...].dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    let known = ["ISO-8859-1", "US-ASCII"]
    return known.contains(name.uppercased()) ? name.uppercased() : "UTF-8"
  }
}
