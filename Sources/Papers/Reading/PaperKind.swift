import Text

/// What kind of paper it is, where its title or the sentence that states its contribution says so.
public enum PaperKind: String, Sendable, CaseIterable {
  case survey, dataset, theory, method

  /// The kind that `paper` gives itself; nil where it says none.
  ///
  /// - Parameter contribution: UTF-8 range of the sentence in the abstract that states the contribution.
  public static func of(_ paper: Paper, contribution: Range<Int>?) -> PaperKind? {
    let title = folded(Array(paper.title.utf8)[...]).wordHashes
    if isSurvey(title: title) { return .survey }
    if announcesDataset(title: title) { return .dataset }
    guard let contribution, contribution.upperBound <= paper.abstract.utf8.count else { return nil }
    let sentence = folded(Array(paper.abstract.utf8)[contribution]).wordHashes
    let announced = announced(in: sentence)
    if let announced, announced != .method { return announced }
    if sentence.contains(where: Word.proofs.contains) || title.contains(where: Word.theorems.contains) {
      return .theory
    }
    return announced
  }

  private static func folded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.map { $0.asciiLowercased }[...]
  }
}

extension PaperKind {
  /// `A Survey of …`, `…: a systematic review`; not the review of a film.
  private static func isSurvey(title: [UInt64]) -> Bool {
    if title.contains(where: Word.surveys.contains) { return true }
    return title.indices.contains { at in
      guard title[at] == Word.review else { return false }
      let isOfTheField = at > 0 && Word.ofReviews.contains(title[at - 1])
      return isOfTheField && (at + 1 == title.count || Word.ends.contains(title[at + 1]))
    }
  }

  /// `A Large Dataset for …`, `…: a new benchmark`; not `Training on a dataset`.
  private static func announcesDataset(title: [UInt64]) -> Bool {
    title.indices.contains { at in
      guard Word.datasets.contains(title[at]), at + 1 == title.count || Word.ends.contains(title[at + 1]) else {
        return false
      }
      return (max(0, at - 4)..<at).contains { article in
        Word.articles.contains(title[article]) && (article == 0 || !Word.ends.contains(title[article - 1]))
      }
    }
  }

  /// What `we propose a new … method` announces: the last noun of the phrase after the verb that names a kind.
  private static func announced(in sentence: [UInt64]) -> PaperKind? {
    guard let verb = sentence.firstIndex(where: Word.verbs.contains) else { return nil }
    let phrase = sentence[(verb + 1)...].prefix(Self.phrase).prefix { !Word.stops.contains($0) }
    for word in phrase.reversed() {
      if Word.surveys.contains(word) || word == Word.review { return .survey }
      if Word.datasets.contains(word) { return .dataset }
      if Word.methods.contains(word) { return .method }
    }
    return nil
  }

  /// Words after the verb in which its noun is looked for.
  private static let phrase = 14

  /// Words by which kinds are known, as numbers.
  private enum Word {
    static let review = Array("review".utf8)[...].hash
    static let surveys = Set<UInt64>(words: "survey surveys tutorial overview")
    static let ofReviews = Set<UInt64>(
      words: "a systematic literature comprehensive critical short brief scoping methodological")
    static let datasets = Set<UInt64>(words: "dataset datasets corpus benchmark benchmarks testbed")
    static let articles = Set<UInt64>(words: "a an the new novel")
    static let proofs = Set<UInt64>(words: "prove proves proved proving theoretically")
    static let theorems = Set<UInt64>(words: "theorem theorems provable provably bounds")
    static let ends = Set<UInt64>(words: "for of on to in and with from")
    static let stops = Set<UInt64>(
      words: "that which for of on using by with from to in via where whose through when across showing over under")
    static let verbs = Set<UInt64>(
      words: """
        propose proposes proposed introduce introduces introduced present presents presented develop develops \
        developed devise design designed build construct create collect release provide offer contribute conduct \
        curate describe
        """)
    static let methods = Set<UInt64>(
      words: """
        method methods model models framework approach approaches architecture architectures algorithm algorithms \
        network networks system technique techniques mechanism module pipeline strategy scheme procedure loss layer \
        paradigm optimizer library toolkit transformer autoencoder gnn cnn
        """)
  }
}
