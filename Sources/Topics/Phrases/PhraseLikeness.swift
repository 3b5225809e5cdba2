/// How alike the papers of every phrase are that may be a keyword; from it the focus of phrases follows for any topics.
struct PhraseLikeness {
  private var focus: PhraseFocus
  /// Mean product of two papers of each phrase, 0 for a phrase that is no keyword.
  private let products: [Float]

  init(_ index: PhraseIndex, _ vectors: Vectors) {
    let focus = PhraseFocus(vectors)
    self.focus = focus
    let isCovered = vectors.count == index.papers
    products = index.phrases.indices.map { phrase in
      let facts = index.phrases[phrase]
      guard isCovered, facts.quality >= SiteKeywords.leastQuality, facts.papers > 1 else { return 0 }
      return focus.meanProduct(index.postings(of: phrase).lazy.map(\.paper))
    }
  }

  /// Works out the focus of every phrase that may be a keyword, on the scale of the topics of `clustering`.
  mutating func apply(to index: inout PhraseIndex, by clustering: Clustering) {
    guard clustering.vectors.count == index.papers, clustering.topics > 1 else { return }
    focus.gauge(by: clustering.members)
    for phrase in index.phrases.indices where index.phrases[phrase].quality >= SiteKeywords.leastQuality {
      let facts = index.phrases[phrase]
      let isName = index.words(of: phrase).contains { index.lexicon.traits($0).contains(.capital) }
      index.phrases[phrase].focus = focus.value(
        Int(facts.papers), product: products[phrase], length: Int(facts.length), isName: isName)
    }
  }
}
