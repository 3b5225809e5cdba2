extension PhraseIndex {
  /// The glossary: short forms that papers define, sorted by their letters.
  var acronyms: [Acronym] {
    shownShortForms.map { form in
      Acronym(
        short: form.text, expansions: form.longForms.map { Expansion(long: $0.text, papers: $0.papers) },
        papers: form.papers)
    }
  }

  /// Index into `acronyms` of the short form of `phrase`.
  func acronym(of phrase: Int) -> Int? { shownShortForms.firstIndex { $0.phrase == phrase } }

  private var shownShortForms: [ShortForm] { shortForms.filter { !$0.longForms.isEmpty && !$0.papers.isEmpty } }
}
