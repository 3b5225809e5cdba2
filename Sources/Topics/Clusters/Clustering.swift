/// Papers in topics and topics in themes, before anything has a name.
struct Clustering: Sendable, Equatable {
  /// One row per paper.
  var vectors: Vectors
  /// Topic of each paper, in `0..<topics`.
  var assignment: [Int]
  /// One row per topic: the middle of its papers, unit length.
  var centroids: Vectors
  /// Topics of each theme, ascending; every topic stands in exactly one.
  var themes: [[Int]]

  /// Number of topics.
  var topics: Int { centroids.count }
}

extension Clustering {
  /// The clustering of `groups`, with their middles worked out.
  init(vectors: Vectors, groups: Grouping, themes: [[Int]] = []) {
    self.init(
      vectors: vectors, assignment: groups.numbers, centroids: vectors.middles(of: groups), themes: themes)
  }

  /// Papers of each topic, ascending.
  var members: [[Int]] {
    var members = [[Int]](repeating: [], count: topics)
    for (paper, topic) in assignment.enumerated() { members[topic].append(paper) }
    return members
  }

  /// Papers per topic.
  var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: topics)
    for topic in assignment { sizes[topic] += 1 }
    return sizes
  }
}

extension Clustering {
  /// The same with topics counted in the order of their first papers, and themes in the order of their first topics.
  var numbered: Clustering {
    let groups = Grouping(assignment)
    var new = [Int](repeating: 0, count: topics)
    for (old, number) in zip(assignment, groups.numbers) { new[old] = number }
    let themes = themes.map { $0.map { new[$0] }.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    return Clustering(vectors: vectors, groups: groups, themes: themes)
  }
}
