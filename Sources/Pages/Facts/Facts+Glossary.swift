import Planning

extension Facts {
  /// Where the glossary explains a short form; nil where the site has no glossary.
  func glossaryHref(_ acronym: Int, from page: SitePath) -> String? {
    guard glossaryPages.indices.contains(acronym), let path = glossaryPages[acronym] else { return nil }
    return href(to: path, from: page, fragment: glossaryID(acronym))
  }

  /// Fragment of a short form on its page of the glossary.
  func glossaryID(_ acronym: Int) -> String { "form-\(acronym + 1)" }
}
