extension PhraseIndex {
  /// The glossary: short forms that papers define, sorted by their letters.
  var acronyms: [Acronym] {
    shownShortForms.map { form in
      Acronym(
        short: form.text, expansions: form.longForms.map { Expansion(long: $0.text, papers: $0.papers) },
        papers: form.papers)
    }
  }

  /// Index into `acronyms` of each phrase that has a short form.
  var acronymsOfPhrases: [Int: Int] {
    var acronyms: [Int: Int] = [:]
    for (number, form) in shownShortForms.enumerated() {
      if let phrase = form.phrase, acronyms[phrase] == nil { acronyms[phrase] = number }
    }
    return acronyms
  }

  private var shownShortForms: [ShortForm] { shortForms.filter { !$0.longForms.isEmpty && !$0.papers.isEmpty } }
}
