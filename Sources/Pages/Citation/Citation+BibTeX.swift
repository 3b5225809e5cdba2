extension Citation {
  /// Appends a BibTeX entry, ending in a line feed; formulas of the title stay TeX.
  func appendBibTeX(to output: inout [UInt8]) {
    let fields = bibTeXFields
    let width = fields.reduce(0) { max($0, $1.name.utf8CodeUnitCount) }
    output.append(contentsOf: "@\(entryType){\(key),\n".utf8)
    for field in fields {
      output.append(contentsOf: [0x20, 0x20])
      field.name.withUTF8Buffer { output.append(contentsOf: $0) }
      for _ in field.name.utf8CodeUnitCount..<width { output.append(0x20) }
      output.append(contentsOf: " = {".utf8)
      switch field.value {
      case .text(let text): Self.appendEscaped(text, to: &output)
      case .title(let text):
        output.append(0x7B)
        Self.appendEscaped(text, to: &output)
        output.append(0x7D)
      case .verbatim(let text): output.append(contentsOf: text.utf8)
      }
      output.append(contentsOf: "},\n".utf8)
    }
    output.append(contentsOf: "}\n".utf8)
  }

  private struct Field {
    enum Value {
      /// Running text, TeX's own characters escaped.
      case text(String)
      /// Escaped, in braces of its own that keep its capitals.
      case title(String)
      case verbatim(String)
    }

    var name: StaticString
    var value: Value
  }

  private var bibTeXFields: [Field] {
    let details = paper.details
    var fields = [Field(name: "title", value: .title(paper.title))]
    func add(_ name: StaticString, _ text: String?) {
      if let text { fields.append(Field(name: name, value: .text(text))) }
    }
    func addVerbatim(_ name: StaticString, _ text: String?) {
      if let text { fields.append(Field(name: name, value: .verbatim(text))) }
    }
    if !details.authors.isEmpty {
      let names = details.authors.map { $0.given.isEmpty ? "{\($0.family)}" : "\($0.family), \($0.given)" }
      addVerbatim("author", names.joined(separator: " and "))
    }
    addVerbatim("year", details.year.map { String($0) })
    add(placeField, details.venue)
    add("volume", details.volume)
    add("number", details.issue)
    add("pages", details.pages)
    add("publisher", details.publisher)
    addVerbatim("doi", details.doi)
    addVerbatim("eprint", details.arxivID)
    if details.arxivID != nil { addVerbatim("archiveprefix", "arXiv") }
    if details.arxivID != nil { addVerbatim("primaryclass", details.categories.first) }
    addVerbatim("url", details.url)
    if !details.keywords.isEmpty { add("keywords", details.keywords.joined(separator: ", ")) }
    add("note", note)
    return fields
  }

  private var entryType: String {
    switch kind {
    case .journal: "article"
    case .meeting: "inproceedings"
    case .other: "misc"
    }
  }

  private var placeField: StaticString {
    switch kind {
    case .journal: "journal"
    case .meeting: "booktitle"
    case .other: "howpublished"
    }
  }

  /// TeX's own characters escaped, but for what stands between two dollar signs.
  static func appendEscaped(_ text: String, to output: inout [UInt8]) {
    var copy = text
    copy.withUTF8 { bytes in
      let dollars = bytes.reduce(0) { $0 + ($1 == 0x24 ? 1 : 0) }
      let hasFormulas = dollars > 0 && dollars % 2 == 0
      var isFormula = false
      var copied = 0
      for (at, byte) in bytes.enumerated() where isSpecial(byte) {
        if byte == 0x24, hasFormulas {
          isFormula.toggle()
        } else if !isFormula {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<at]))
          copied = at + 1
          appendEscaped(byte, to: &output)
        }
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23...0x26, 0x5C, 0x5E, 0x5F, 0x7B, 0x7D, 0x7E: true
    default: false
    }
  }

  private static func appendEscaped(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case 0x7E: output.append(contentsOf: "\\textasciitilde{}".utf8)
    case 0x5E: output.append(contentsOf: "\\textasciicircum{}".utf8)
    case 0x5C: output.append(contentsOf: "\\textbackslash{}".utf8)
    default:
      output.append(0x5C)
      output.append(byte)
    }
  }
}
