import Parallel

extension Labels {
  /// Names the topics and themes of the best of `cuts` and finds the keywords of its papers.
  ///
  /// - Parameters:
  ///   - cuts: one or several ways to cut the papers into topics; the one whose topics are named best is kept.
  ///   - maySplit: false where the publisher fixed the number of topics.
  ///   - forbidden: names that are not to be given.
  init(
    _ unfocused: PhraseIndex, _ cuts: [Clustering], maySplit: Bool, forbidden: [String] = [], slices: Slices
  ) {
    let (named, topics, themes, index) = Self.names(
      unfocused, cuts, maySplit: maySplit, forbidden: forbidden, slices: slices)
    let (keywords, phrasesOfPaper) = slices.both {
      SiteKeywords(index)
    } and: {
      let phrases = PaperPhrases(index)
      return slices.map(index.papers, sliceSize: max(512, index.papers / 16)) { papers in
        var desk = phrases.desk
        return papers.map { phrases.list(of: $0, &desk) }
      }.flatMap { $0 }
    }
    self.init(
      clustering: named,
      topics: topics.map { Label($0, index) },
      themes: themes.map { Label($0, index) },
      keywords: keywords.keywords, keywordsOfPaper: keywords.keywordsOfPaper,
      phrasesOfPaper: phrasesOfPaper, acronyms: index.acronyms,
      focusOfPhrase: index.phrases.map(\.focus))
  }

  /// The names alone, and the index with the focus of its phrases; what names are made with is gone before keywords are
  /// looked for.
  private static func names(
    _ unfocused: PhraseIndex, _ cuts: [Clustering], maySplit: Bool, forbidden: [String], slices: Slices
  ) -> (Clustering, topics: [TopicName], themes: [TopicName], PhraseIndex) {
    let cutNaming = CutNaming(
      unfocused, cuts[0].vectors, maySplit: maySplit, forbidden: forbidden, slices: slices)
    let namings = slices.mapEach(cuts.count, sliceSize: 1) { cutNaming.name(cuts[$0]) }
    let values = namings.map(\.meanNameability)
    let best = values.indices.max { (values[$0], $1) < (values[$1], $0) } ?? 0
    var naming = namings[best]
    let themes = naming.nameThemes()
    return (naming.clustering, naming.names, themes, naming.index)
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
