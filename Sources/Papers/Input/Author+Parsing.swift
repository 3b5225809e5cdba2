extension Author {
  /// A name as a list of authors gives it: `Given Family` or `Family, Given`.
  ///
  /// Particles in lower case (`van der`) belong to the family name, and so does a `Jr.` after it. Initials with full
  /// stops after a whole word, `Smith J.A.`, are the given name of one whose family name comes first.
  init?(parsing name: String) {
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let last = words.last else { return nil }
    let joined = words.joined(separator: " ")
    if let comma = joined.firstIndex(of: ",") {
      let family = String(joined[..<comma])
      let given = joined[joined.index(after: comma)...].drop { $0 == " " || $0 == "," }
      guard !family.isEmpty else { return nil }
      self.init(given: String(given), family: family)
      return
    }
    let initials = words.reversed().prefix(while: Self.isInitials).count
    if initials > 0, initials < words.count, !Self.isInitials(words[0]) {
      let family = words.dropLast(initials)
      self.init(given: words.suffix(initials).joined(separator: " "), family: family.joined(separator: " "))
      return
    }
    var start = words.count - 1
    if Self.suffixes.contains(last), start > 1 { start -= 1 }
    while start > 1, Self.isParticle(words[start - 1]) { start -= 1 }
    self.init(given: words[..<start].joined(separator: " "), family: words[start...].joined(separator: " "))
  }

  /// The authors of one text: separated by semicolons, by `and`, or by commas between full names.
  static func list(_ text: String) -> [Author] {
    let parts: [Substring]
    if text.utf8.contains(0x3B) {
      parts = text.split(separator: ";")
    } else {
      parts = separated(text, by: " and ").flatMap { part in
        let names = part.split(separator: ",")
        let fullNames = names.allSatisfy { $0.split(separator: " ").count > 1 }
        return names.count > 1 && fullNames ? names : [part]
      }
    }
    return parts.compactMap { Author(parsing: String($0)) }
  }

  private static func separated(_ text: String, by word: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = Substring(text)
    while let found = rest.firstRange(of: word) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }

  private static let suffixes: Set<String> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

  /// `J.`, `J.A.`, `J.-P.`
  private static func isInitials(_ word: String) -> Bool {
    guard word.hasSuffix("."), word.count <= 8 else { return false }
    let letters = word.split { $0 == "." || $0 == "-" }
    return !letters.isEmpty
      && letters.allSatisfy { $0.count == 1 && $0.unicodeScalars.first?.properties.isUppercase == true }
  }

  private static func isParticle(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first.properties.isLowercase && word.utf8.count < 6
  }
}
