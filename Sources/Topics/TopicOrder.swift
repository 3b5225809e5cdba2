/// The order in which the atlas counts topics and themes.
struct TopicOrder {
  /// Old number of each topic: largest first, leftover topics last.
  let topics: [Int]
  /// Old number of each theme, in the order of their papers, most first.
  let themes: [Int]

  init(_ labels: Labels) {
    let clustering = labels.clustering
    let sizes = clustering.sizes
    // Ties go by the first paper: it stays the same, however the topics came to their numbers.
    let firsts = clustering.members.map { $0.first ?? 0 }
    topics = sizes.indices.sorted { a, b in
      let (otherA, otherB) = (labels.topics[a].isOther, labels.topics[b].isOther)
      return otherA != otherB ? otherB : (sizes[b], firsts[a]) < (sizes[a], firsts[b])
    }
    let weights = clustering.themes.map { $0.reduce(0) { $0 + sizes[$1] } }
    let themeFirsts = clustering.themes.map { theme in theme.map { firsts[$0] }.min() ?? 0 }
    themes = weights.indices.sorted { (weights[$1], themeFirsts[$0]) < (weights[$0], themeFirsts[$1]) }
  }

  /// The clustering under the new numbers; topics of a theme ascend.
  func applied(to clustering: Clustering) -> Clustering {
    var new = [Int](repeating: 0, count: topics.count)
    for (number, old) in topics.enumerated() { new[old] = number }
    var copy = clustering
    copy.assignment = clustering.assignment.map { new[$0] }
    copy.centroids.values = topics.flatMap { clustering.centroids[$0] }
    copy.themes = themes.map { clustering.themes[$0].map { new[$0] }.sorted() }
    return copy
  }
}
