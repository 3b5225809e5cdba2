import Parallel

extension Labels {
  /// Names the topics and themes of `clustering` and finds the keywords of its papers.
  ///
  /// - Parameters:
  ///   - maySplit: false where the publisher fixed the number of topics.
  ///   - forbidden: names that are not to be given.
  init(
    _ unfocused: PhraseIndex, _ clustering: Clustering, maySplit: Bool, forbidden: [String] = [], slices: Slices
  ) {
    var index = unfocused
    index.focus(by: clustering)
    let (named, topics, themes) = Self.names(
      &index, clustering, maySplit: maySplit, forbidden: ForbiddenNames(forbidden, index))
    let phrases = PaperPhrases(index)
    let keywords = SiteKeywords(index)
    self.init(
      clustering: named,
      topics: topics.map { Label($0, index) },
      themes: themes.map { Label($0, index) },
      keywords: keywords.keywords, keywordsOfPaper: keywords.keywordsOfPaper,
      phrasesOfPaper: slices.mapEach(index.papers) { phrases.texts(of: $0) }, acronyms: index.acronyms)
  }

  /// The names alone; what they are made with is gone before keywords are looked for.
  private static func names(
    _ index: inout PhraseIndex, _ clustering: Clustering, maySplit: Bool, forbidden: ForbiddenNames
  ) -> (Clustering, topics: [TopicName], themes: [TopicName]) {
    var naming = TopicNaming(index, clustering.numbered, forbidden: forbidden)
    if maySplit {
      let cut = naming.cutByNames()
      if cut.assignment != naming.clustering.assignment {
        // Names and keywords go by the topics as they are at the end: where these are kept, the next edition has the
        // same ones.
        index.focus(by: cut)
        naming = TopicNaming(index, cut, forbidden: forbidden)
      }
    }
    naming.nameTopics()
    let themes = naming.nameThemes()
    return (naming.clustering, naming.names, themes)
  }
}

extension Labels.Label {
  /// Writes a name out: "A", "A & B" or "Other: A, B & C".
  init(_ name: TopicName, _ index: PhraseIndex) {
    let list = index.written(name.parts)
    let text = list.isEmpty ? (name.isOther ? "other" : "all papers") : list
    self.init(
      name: name.isOther && !list.isEmpty ? "Other: " + text : text,
      terms: name.terms.map(\.phrase).filter { !name.parts.contains($0) }.map { index.shownText(of: $0) },
      isOther: name.isOther, nameability: name.nameability)
  }
}

extension PhraseIndex {
  /// The parts of a name with what stands between them: "A", "A & B", "A, B & C".
  func written(_ parts: [Int]) -> String {
    let texts = parts.map { shownText(of: $0) }
    guard let last = texts.last, texts.count > 2 else { return texts.joined(separator: " & ") }
    return texts.dropLast().joined(separator: ", ") + " & " + last
  }

  /// The phrase as a reader expects it: a long one by its short form where that is far more common.
  func shownText(of phrase: Int) -> String {
    guard phrases[phrase].length >= 4, let form = shortForms.first(where: { $0.phrase == phrase }),
      Float(form.papers.count) >= 2.5 * Float(max(1, phrases[phrase].spelledOut))
    else { return text(of: phrase) }
    let isPlural = words(of: phrase).last.map(lexicon.isPlural) ?? false
    return isPlural ? form.text + "s" : form.text
  }
}
