import Planning

/// How pages speak of a register and of what stands in it.
struct RegisterWords {
  /// Name of the register: `Authors`.
  let heading: String
  /// One entry of it: `author`, and several.
  let one: String
  let several: String
  /// What stands above an entry's name.
  var side: String { Wording.capitalised(one) }

  init(_ kind: Register.Kind) {
    switch kind {
    case .authors: (heading, one, several) = ("Authors", "author", "authors")
    case .venues: (heading, one, several) = ("Venues", "venue", "venues")
    case .years: (heading, one, several) = ("Years", "year", "years")
    case .categories: (heading, one, several) = ("Categories", "category", "categories")
    case .givenKeywords: (heading, one, several) = ("Given keywords", "given keyword", "given keywords")
    }
  }
}
