/// Gathers topics into themes.
enum ThemeFinder {
  /// Topics of each theme, ascending, by Ward's criterion; no theme grows beyond a third of the papers.
  static func themes(of groups: Grouping, in vectors: Vectors) -> [[Int]] {
    let count = Granularity.themes(topics: groups.count)
    guard count > 1 else { return groups.count == 0 ? [] : [Array(0..<groups.count)] }
    return Agglomeration(
      vectors.middles(of: groups), sizes: groups.sizes, count: count, largest: max(2, vectors.count / 3)
    ).groups.members
  }
}
