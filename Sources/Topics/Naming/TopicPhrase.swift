/// A phrase as a name for one group of papers.
struct TopicPhrase: Sendable, Equatable {
  /// Number in the phrase index.
  var phrase: Int
  /// Association times quality: how well it would name the group.
  var score: Float
  /// Papers of the group that hold it.
  var papers: Int
  /// Share of the group's papers that hold it, 0...1.
  var share: Float
  /// Share of the phrase's papers that are in the group, 0...1.
  var purity: Float
}
