/// What the naming phase found for a clustering: everything of the atlas that is words.
struct Labels: Sendable, Equatable {
  /// The words for one topic or theme.
  struct Label: Sendable, Equatable {
    var name: String
    /// The phrases that tell it from the others, best first, the name's own parts left out.
    var terms: [String] = []
    /// True for a leftover drawer.
    var isOther = false
    /// How well the name tells it apart; under 2.5 is weak.
    var nameability: Float = 0
  }

  /// The clustering that the labels are for: the given one, or a finer one where naming split a topic.
  var clustering: Clustering
  /// One per topic of `clustering`.
  var topics: [Label]
  /// One per theme of `clustering`.
  var themes: [Label]
  /// Sorted by name; `topics` of each still empty.
  var keywords: [Keyword] = []
  /// Indices into `keywords` per paper, best first.
  var keywordsOfPaper: [[Int]] = []
  /// The paper's own phrases, best first, per paper.
  var phrasesOfPaper: [PhraseList] = []
  var acronyms: [Acronym] = []
  /// How far each phrase of the index is about one thing among these topics.
  var focusOfPhrase: [Float] = []
}
