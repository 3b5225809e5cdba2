/// Gathers topics into themes.
enum ThemeFinder {
  /// Topics of each theme, ascending, by Ward's criterion; no theme grows beyond half
  /// again its share of the papers.
  static func themes(of groups: Grouping, in vectors: Vectors) -> [[Int]] {
    let count = Granularity.themes(topics: groups.count)
    guard count > 1 else { return groups.count == 0 ? [] : [Array(0..<groups.count)] }
    return Agglomeration(
      vectors.middles(of: groups), sizes: groups.sizes, count: count, largest: 3 * vectors.count / (2 * count)
    ).groups.members
  }
}
