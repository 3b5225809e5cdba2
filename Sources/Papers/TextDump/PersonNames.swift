/// Tells lists of people's names from titles.
enum PersonNames {
  /// Whether a line is nothing but full names with commas between them: `Ada Lovelace, Alan M. Turing and 3 others`.
  static func isList(_ line: String) -> Bool {
    guard line.utf8.count <= 600, line.contains(",") || line.contains(" and ") else { return false }
    let names = parts(line)
    return names.count >= 2 && names.allSatisfy(isName)
  }

  /// The people that a byline names.
  static func authors(_ line: String) -> [Author] {
    parts(line).filter { $0.contains { $0.isLetter } }.prefix(Limits.list).compactMap { Author(parsing: String($0)) }
  }

  private static func parts(_ line: String) -> [Substring] {
    var text = line.replacing(" and ", with: ", ").replacing(" & ", with: ", ")
    for ending in [" others", " other", " et al.", " et al"] where text.hasSuffix(ending) {
      text = String(text.dropLast(ending.count))
      while let last = text.last, last.isNumber || last == " " || last == "," { text.removeLast() }
    }
    return text.split(separator: text.contains(";") ? ";" : ",").map { $0.trimmingPrefix { $0 == " " } }
      .map { $0.hasSuffix(" ") ? $0.dropLast() : $0 }.filter { !$0.isEmpty }
  }

  /// Two to five words, each with a large letter first, particles aside.
  private static func isName(_ name: Substring) -> Bool {
    let words = name.split(separator: " ")
    guard (2...5).contains(words.count) else { return false }
    return words.allSatisfy { word in
      guard let first = word.unicodeScalars.first else { return false }
      if particles.contains(String(word)) { return true }
      return first.properties.isUppercase && !word.contains { $0.isNumber || ":?!()".contains($0) }
    }
  }

  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "la", "le", "di", "da", "dos", "del", "bin", "al", "el", "ter",
  ]
}
