extension Facts {
  /// `793 papers from four dumps, in 24 topics under 7 themes. 54 of them stand in more than one dump, …`
  var figures: String {
    let papers = library.papers.count
    if papers == 0 {
      return library.dumps.isEmpty ? "No papers yet." : "No papers yet: the dumps that were read held none."
    }
    var first = summaryWithoutStop
    if atlas.topics.count > 1 {
      first += ", in " + Wording.count(atlas.topics.count, "topic")
      if atlas.themes.count > 1 { first += " under " + Wording.count(atlas.themes.count, "theme") }
    }
    let told = papers > 1 ? distinctions : []
    guard let last = told.last else { return first + "." }
    let second = told.count > 2 ? told.dropLast().joined(separator: ", ") + ", and " + last : Wording.list(told)
    return "\(first). \(Wording.capitalised(second))."
  }

  /// `793 papers from four dumps`
  var summaryWithoutStop: String {
    if library.papers.isEmpty { return "No papers yet" }
    return Wording.count(library.papers.count, "paper") + " from " + Wording.speltCount(library.dumps.count, "dump")
  }

  /// How many papers stand out, and by what.
  private var distinctions: [String] {
    let coded = links.count { $0.contains { $0.kind == .code } }
    let saying = says.count { $0 != nil }
    return [
      Self.told(agreed.count, one: "of them stands in more than one dump", more: "of them stand in more than one dump"),
      Self.told(coded, one: "links to its code", more: "link to their code"),
      Self.told(saying, one: "says in one sentence what it adds", more: "say in one sentence what they add"),
    ].compactMap { $0 }
  }

  private static func told(_ count: Int, one: String, more: String) -> String? {
    count == 0 ? nil : "\(Wording.digits(count)) \(count == 1 ? one : more)"
  }
}
