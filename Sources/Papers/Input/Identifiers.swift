/// Identifiers and dates in the one form that `Details` keeps.
public enum Identifiers {
  /// A DOI without its resolver, in lower case; nil where the text holds none.
  public static func doi(_ text: String) -> String? {
    guard let start = text.firstRange(of: "10.")?.lowerBound else { return nil }
    let doi = text[start...].prefix { !$0.isWhitespace && $0 != "," && $0 != "\"" && $0 != "<" && $0 != ">" }
    guard let slash = doi.firstIndex(of: "/"), doi[..<slash].utf8.count >= 7, doi.index(after: slash) < doi.endIndex
    else { return nil }
    var end = doi.endIndex
    while end > slash, ".;}".contains(doi[doi.index(before: end)]) { end = doi.index(before: end) }
    return doi[..<end].lowercased()
  }

  /// An arXiv identifier without prefix and version: `2401.01234` or `hep-th/9901001`.
  public static func arxiv(_ text: String) -> String? {
    var id = Substring(trimmed(text))
    for mark in ["arxiv.org/abs/", "arxiv.org/pdf/", "arxiv:", "arXiv:", "10.48550/arxiv.", "10.48550/arXiv."] {
      if let range = id.firstRange(of: mark) { id = id[range.upperBound...] }
    }
    id = id.prefix { !$0.isWhitespace && $0 != "?" && $0 != "#" }
    if id.hasSuffix(".pdf") { id = id.dropLast(4) }
    if let version = id.lastIndex(of: "v"), version > id.startIndex,
      id[id.index(after: version)...].allSatisfy(isDigit),
      id.index(after: version) < id.endIndex, isDigit(id[id.index(before: version)])
    {
      id = id[..<version]
    }
    return isArxiv(id) ? String(id) : nil
  }

  /// The arXiv identifier in an address of arXiv's own.
  static func arxivOfAddress(_ url: String) -> String? {
    url.contains("arxiv.org/") ? arxiv(url) : nil
  }

  /// An http or https address without blanks; nil for anything else.
  static func webAddress(_ text: String) -> String? {
    let address = trimmed(text)
    let lower = address.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E && $0 != 0x7F }
    return isPlain && address.utf8.count <= 2_000 ? address : nil
  }

  /// The day that a date begins with, `2024-05-03`; nil where it gives no whole day.
  static func day(_ text: String) -> String? {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let number = Int(parts[2])
    else { return nil }
    return day(year, month, number)
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1000...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// The day of a date as mail writes it: `Mon, 2 Apr 2007 19:18:42 GMT`.
  static func mailDay(_ text: String) -> String? {
    let words = text.split { $0 == " " || $0 == "," }
    guard words.count >= 4, let number = Int(words[1]), let year = Int(words[3]),
      let month = BibTeXMonths.names.firstIndex(of: words[2].lowercased())
    else { return nil }
    return day(year, month + 1, number)
  }

  /// A year that a date or a text begins with.
  static func year(_ text: String) -> Int? {
    let digits = trimmed(text).prefix(while: isDigit)
    return digits.count == 4 ? Int(digits) : nil
  }

  private static func isArxiv(_ id: Substring) -> Bool {
    if let dot = id.firstIndex(of: "."), id[..<dot].count == 4, id[..<dot].allSatisfy(isDigit) {
      let number = id[id.index(after: dot)...]
      return (4...5).contains(number.count) && number.allSatisfy(isDigit)
    }
    guard let slash = id.firstIndex(of: "/") else { return false }
    let number = id[id.index(after: slash)...]
    return number.count == 7 && number.allSatisfy(isDigit) && id[..<slash].allSatisfy { $0.isASCII && !isDigit($0) }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

/// A text without the white space at its ends.
func trimmed(_ text: String) -> String {
  guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
  var rest = Substring(text)
  while rest.first?.isWhitespace == true { rest.removeFirst() }
  while rest.last?.isWhitespace == true { rest.removeLast() }
  return String(rest)
}

extension Substring {
  /// Without commas, semicolons and full stops at its end.
  var trimmingMarks: String {
    var rest = self
    while let last = rest.last, ",;.".contains(last) { rest.removeLast() }
    return String(rest)
  }
}
