/// What a publisher may set about the analysis.
public struct AnalysisOptions: Sendable, Equatable {
  /// Number of topics; nil lets the collection decide.
  public var topics: Int?
  /// Names that no topic and no theme may have, in any case of letters.
  public var forbidden: [String] = []
  /// Vectors to be joined with those of the words.
  public var embeddings: Embeddings?
  /// Topics of the edition before, to be kept while few papers come or go; nil finds them anew.
  public var earlier: EarlierTopics?
  /// Seed of the one generator behind every random choice.
  public var seed: UInt64 = 20_251_121
  public var threads = 1

  public init() {}
}
