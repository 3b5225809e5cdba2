/// Words at the front of a line that say what the line is: `Title: …`, `by …`.
enum LineLabels {
  /// Bytes in front of a colon that can be a label.
  static let longest = 16

  /// Whether a line may have a label, after a look at a few bytes.
  static func mayHave(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    return [0x62, 0x73, 0x70, 0x77].contains(first | 0x20) || first >= 0x80 || line.prefix(longest).contains(0x3A)
  }

  /// The label in lower case without its colon; nil where a line has none.
  static func label(of line: String) -> String? {
    for label in ["by", "submitted by", "posted by", "written by"] where has(line, label + " ") {
      let rest = line.utf8.dropFirst(label.utf8.count + 1)
      // `By land and sea` is no name; `by Ada Lovelace` and `by AK and others` are.
      if let first = rest.first, first &- 0x41 < 26 || first >= 0x80 || label != "by" { return label }
    }
    guard let colon = line.utf8.prefix(longest).firstIndex(of: 0x3A) else { return nil }
    let label = line[..<colon].lowercased()
    return titles.contains(label) || abstracts.contains(label) || bylines.contains(label) || fields.contains(label)
      ? label : nil
  }

  /// Bytes of the label and what parts it from the text.
  static func length(of label: String, in line: String) -> Int {
    var length = label.utf8.count
    for byte in line.utf8.dropFirst(length) {
      guard byte == 0x3A || byte.isSpace else { break }
      length += 1
    }
    return length
  }

  private static func has(_ line: String, _ start: String) -> Bool {
    line.utf8.count > start.utf8.count && line.prefix(start.count).lowercased() == start
  }

  static let titles: Set<String> = ["title"]
  static let abstracts: Set<String> = ["abstract", "summary"]
  static let bylines: Set<String> = ["by", "submitted by", "posted by", "written by", "author", "authors", "author(s)"]
  static let fields: Set<String> = [
    "keywords", "keyword", "doi", "url", "link", "year", "date", "published", "venue", "journal", "category",
    "categories", "subjects", "comments", "arxiv", "pdf", "code", "project", "tags",
  ]
}
