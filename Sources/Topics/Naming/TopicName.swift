/// The name of a group of papers: one phrase, or two that cover it between them.
struct TopicName: Sendable, Equatable {
  /// In the order in which they are written.
  var parts: [Int]
  /// The group's terms, best first, those of the name among them.
  var terms: [TopicPhrase]
  /// The best phrase's score, made comparable between groups of different size.
  var nameability: Float
  /// True for a leftover drawer, which no phrase names.
  var isOther = false
}
