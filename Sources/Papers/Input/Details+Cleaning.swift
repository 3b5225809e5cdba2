extension Details {
  /// The same without control characters, runs of white space and empty values.
  func cleaned() -> Details {
    var clean = self
    clean.authors = authors.compactMap { author in
      let (given, family) = (Self.clean(author.given) ?? "", Self.clean(author.family) ?? "")
      // A list of names may hold a colon after a team's, and the like.
      guard (given + family).contains(where: \.isLetter) else { return nil }
      return family.isEmpty ? given.isEmpty ? nil : Author(family: given) : Author(given: given, family: family)
    }
    clean.venue = venue.flatMap(Self.clean)
    clean.volume = volume.flatMap(Self.clean)
    clean.issue = issue.flatMap(Self.clean)
    clean.pages = pages.flatMap(Self.clean)
    clean.publisher = publisher.flatMap(Self.clean)
    clean.language = language.flatMap(Languages.tag)
    clean.categories = Self.distinct(categories)
    clean.keywords = Self.distinct(keywords)
    clean.year = (year ?? date.flatMap(Identifiers.year)).flatMap { (1...9_999).contains($0) ? $0 : nil }
    return clean
  }

  /// Values of one field are cut here: longer ones are no names.
  private static let longest = 1_000

  private static func clean(_ text: String) -> String? {
    let text = CleanText(text).text
    return text.isEmpty ? nil : excerpt(text, longest)
  }

  private static func distinct(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.compactMap(clean).filter { seen.insert($0).inserted }
  }
}
