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

  /// The phrase that each short form stands for, by the phrase that the short form itself is.
  var longForms: [Int: Int] {
    var long: [Int: Int] = [:]
    for form in shortForms {
      guard let phrase = form.phrase else { continue }
      for word in form.words { if let short = find([word], [.boundary]) { long[short] = phrase } }
    }
    return long
  }

  private var shownShortForms: [ShortForm] { shortForms.filter { !$0.longForms.isEmpty && !$0.papers.isEmpty } }
}
