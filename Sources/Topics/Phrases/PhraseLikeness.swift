import Parallel

/// How alike the papers of every phrase are that may be a keyword; from it the focus of phrases follows for any topics.
struct PhraseLikeness: Sendable {
  private var focus: PhraseFocus
  /// Mean product of two papers of each phrase, 0 for a phrase that is no keyword.
  private let products: [Float]
  /// The mean directions of the papers of each phrase that may name something, one row each.
  private let directions: Vectors
  /// Row of each phrase, -1 where it has none.
  private let rows: [Int32]

  init(_ index: PhraseIndex, _ vectors: Vectors, slices: Slices) {
    let focus = PhraseFocus(vectors)
    self.focus = focus
    let asked =
      vectors.count == index.papers
      ? index.phrases.indices.filter {
        index.phrases[$0].quality >= PhraseRanking.leastQuality && index.phrases[$0].papers > 1
      } : []
    let parts = slices.map(asked.count, sliceSize: 2_048) { range in
      var part = (products: [Float](), directions: [Float]())
      part.directions.reserveCapacity(range.count * vectors.dimension)
      for place in range {
        let papers = index.postings(of: asked[place]).lazy.map(\.paper)
        var sum = vectors.sum(of: papers)
        let isKeyword = index.phrases[asked[place]].quality >= SiteKeywords.leastQuality
        part.products.append(isKeyword ? focus.meanProduct(papers, sum: sum) : 0)
        Vectors.normalise(&sum)
        part.directions += sum
      }
      return part
    }
    var products = [Float](repeating: 0, count: index.phrases.count)
    var rows = [Int32](repeating: -1, count: index.phrases.count)
    for (row, (phrase, product)) in zip(asked, parts.lazy.flatMap(\.products)).enumerated() {
      (products[phrase], rows[phrase]) = (product, Int32(row))
    }
    self.products = products
    self.rows = rows
    directions = Vectors(values: parts.flatMap(\.directions), dimension: vectors.dimension)
  }

  /// Works out the focus of every phrase that may be a keyword, on the scale of the topics of `clustering`.
  func apply(to index: inout PhraseIndex, by clustering: Clustering) {
    guard clustering.vectors.count == index.papers, clustering.topics > 1 else { return }
    var focus = focus
    focus.gauge(by: clustering.members)
    for phrase in index.phrases.indices where index.phrases[phrase].quality >= SiteKeywords.leastQuality {
      let facts = index.phrases[phrase]
      let isName = index.words(of: phrase).contains { index.lexicon.traits($0).contains(.capital) }
      index.phrases[phrase].focus = focus.value(
        Int(facts.papers), product: products[phrase], length: Int(facts.length), isName: isName)
    }
  }

  /// The mean direction of the papers that hold `phrase`, nil where it was not worked out.
  func direction(of phrase: Int) -> ArraySlice<Float>? { rows[phrase] < 0 ? nil : directions[Int(rows[phrase])] }
}
