import Parallel

/// Names the topics of any cut; what does not hang on the cut is worked out once.
struct CutNaming: Sendable {
  private let index: PhraseIndex
  private let likeness: PhraseLikeness
  private let ranking: PhraseRanking
  private let maySplit: Bool
  private let forbidden: ForbiddenNames
  private let slices: Slices

  /// - Parameters:
  ///   - vectors: the papers, which all cuts share.
  ///   - maySplit: false where the publisher fixed the number of topics.
  ///   - forbidden: names that are not to be given.
  init(_ index: PhraseIndex, _ vectors: Vectors, maySplit: Bool, forbidden: [String], slices: Slices) {
    self.index = index
    self.maySplit = maySplit
    self.forbidden = ForbiddenNames(forbidden, index)
    self.slices = slices
    likeness = PhraseLikeness(index, vectors, slices: slices)
    ranking = PhraseRanking(index, vectors, likeness)
  }

  /// The topics of `clustering` with their names. Names and keywords go by the topics as they are at the end: where these
  /// are kept, the next edition has the same ones.
  func name(_ clustering: Clustering) -> TopicNaming {
    let numbered = clustering.numbered
    var naming = terms(of: numbered)
    if maySplit {
      let cut = naming.cutByNames()
      if cut.assignment != numbered.assignment { naming = terms(of: cut) }
    }
    naming.nameTopics()
    return naming
  }

  private func terms(of clustering: Clustering) -> TopicNaming {
    var index = index
    likeness.apply(to: &index, by: clustering)
    return TopicNaming(index, clustering, ranking, forbidden: forbidden, slices: slices)
  }
}
