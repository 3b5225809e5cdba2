import Papers

/// The topics of an edition before, which stay as they are while few papers have come since they were found.
///
/// Communities of a graph are a fragile optimum: three words more in one abstract can move a fifth of all papers to other
/// topics. Readers who come back want to find them where they were.
public struct EarlierTopics: Sendable, Equatable {
  /// Papers of each topic; one that stands in two belongs to the later.
  public var topics: [[PaperID]]
  /// Topics of each theme.
  public var themes: [[Int]]
  /// Papers that came since the topics were found.
  public var drift: Int

  public init(topics: [[PaperID]], themes: [[Int]], drift: Int) {
    self.topics = topics
    self.themes = themes
    self.drift = drift
  }

  /// Of so many papers one may come before topics are found anew.
  private static let papersPerDrift = 20
  /// A topic that has lost papers and has fewer left is gone.
  private static let leastPapers = 3
}

extension EarlierTopics {
  /// The papers of a collection in the topics that they had.
  struct Kept {
    /// Topic of each paper; nil for one that is new.
    var numbers: [Int?]
    /// Topics of each theme, ascending.
    var themes: [[Int]]
    /// Number of topics.
    var count: Int
    var drift: Int
  }

  /// The topics of `papers`, those that lost nearly all of theirs left out; nil where too many papers came or went.
  ///
  /// Papers that came may ask for topics of their own, so they count for the drift. Where papers only went, as with a
  /// dump that is taken out, nobody asks for new topics while half of them are left.
  func kept(_ papers: [Paper]) -> Kept? {
    var topicOf: [PaperID: Int] = [:]
    for (topic, ids) in topics.enumerated() { for id in ids { topicOf[id] = topic } }
    var numbers = papers.map { topicOf[$0.id] }
    let new = numbers.count { $0 == nil }
    let known = papers.count - new
    let drift = drift + new
    guard known > 0, drift * Self.papersPerDrift <= papers.count, 2 * known >= topicOf.count else { return nil }
    if known < topicOf.count {
      var left = [Int](repeating: 0, count: topics.count)
      for topic in numbers { if let topic { left[topic] += 1 } }
      // A remnant is no topic, unless all are.
      if (left.max() ?? 0) >= Self.leastPapers {
        numbers = numbers.map { topic in topic.flatMap { left[$0] < Self.leastPapers ? nil : $0 } }
      }
    }
    var number = [Int?](repeating: nil, count: topics.count)
    for (place, topic) in Set(numbers.compactMap { $0 }).sorted().enumerated() { number[topic] = place }
    let kept = themes.map { $0.compactMap { number.indices.contains($0) ? number[$0] : nil }.sorted() }
    let count = number.count { $0 != nil }
    guard kept.flatMap({ $0 }).sorted() == Array(0..<count) else { return nil }
    return Kept(
      numbers: numbers.map { $0.flatMap { number[$0] } }, themes: kept.filter { !$0.isEmpty }, count: count,
      drift: drift)
  }
}

extension Clustering {
  /// The clustering of topics that are kept: a new paper goes to the one with the nearest middle.
  /// - Parameter rows: What topics are cut by.
  init(_ kept: EarlierTopics.Kept, vectors: Vectors, rows: Vectors) {
    let known = kept.numbers.indices.filter { kept.numbers[$0] != nil }
    var members = [[Int]](repeating: [], count: kept.count)
    for paper in known { if let topic = kept.numbers[paper] { members[topic].append(paper) } }
    let middles = members.map { rows.middle(of: $0) }
    let assignment = kept.numbers.indices.map { paper -> Int in
      if let topic = kept.numbers[paper] { return topic }
      let cosines = middles.map { Vectors.dot(rows[paper], $0[...]) }
      return cosines.indices.max { (cosines[$0], $1) < (cosines[$1], $0) } ?? 0
    }
    self.init(
      vectors: vectors, assignment: assignment, centroids: vectors.middles(assignment, count: kept.count),
      themes: kept.themes)
  }
}
