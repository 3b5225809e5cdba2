/// Names the topics of one cut after another; what does not hang on the cut is worked out once.
struct CutNaming {
  private var index: PhraseIndex
  private var likeness: PhraseLikeness
  private var ranking: PhraseRanking
  private let maySplit: Bool
  private let forbidden: ForbiddenNames

  /// - Parameters:
  ///   - vectors: the papers, which all cuts share.
  ///   - maySplit: false where the publisher fixed the number of topics.
  ///   - forbidden: names that are not to be given.
  init(_ index: PhraseIndex, _ vectors: Vectors, maySplit: Bool, forbidden: [String]) {
    self.index = index
    self.maySplit = maySplit
    self.forbidden = ForbiddenNames(forbidden, index)
    likeness = PhraseLikeness(index, vectors)
    ranking = PhraseRanking(index, vectors)
  }

  /// The topics of `clustering` with their names. Names and keywords go by the topics as they are at the end: where these
  /// are kept, the next edition has the same ones.
  mutating func name(_ clustering: Clustering) -> TopicNaming {
    let numbered = clustering.numbered
    var naming = terms(of: numbered)
    if maySplit {
      let cut = naming.cutByNames()
      if cut.assignment != numbered.assignment { naming = terms(of: cut) }
    }
    naming.nameTopics()
    return naming
  }

  private mutating func terms(of clustering: Clustering) -> TopicNaming {
    likeness.apply(to: &index, by: clustering)
    return TopicNaming(index, clustering, &ranking, forbidden: forbidden)
  }
}
