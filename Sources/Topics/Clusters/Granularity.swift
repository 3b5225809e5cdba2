/// How many topics and themes a collection asks for.
enum Granularity {
  /// Fewest papers that make a topic.
  static let leastPapers = 5

  /// Topics for so many papers: about one for every 33, more finely in small collections, 60 at most.
  static func topics(papers: Int) -> Int {
    guard papers >= 12 else { return min(1, papers) }
    let even = papers / 33
    let fine = Int(0.85 * Double(papers).squareRoot())
    return min(60, max(even, fine))
  }

  /// Papers that a topic of a collection of `papers` may hold: nearly twice its share.
  static func mostPapers(of papers: Int) -> Int {
    max(3 * leastPapers, Int(1.9 * Double(papers) / Double(max(1, topics(papers: papers)))))
  }

  /// Themes over so many topics.
  static func themes(topics: Int) -> Int {
    switch topics {
    case ...3: min(1, topics)
    case ...7: topics / 2
    default: Int((Double(topics).squareRoot() + 3).rounded())
    }
  }
}
