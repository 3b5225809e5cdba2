/// Gathers topics into themes.
struct ThemeFinder {
  /// Topics of each theme, ascending.
  private(set) var themes: [[Int]]
  /// Cosine of the middles of each pair of topics, seen from the middle of the collection, row-major.
  private let likeness: [Float]
  private let sizes: [Int]
  /// Papers that a theme may hold.
  private let most: Int

  /// Twice its share of the papers is too much for a theme, nearly.
  private static let largestShare = 1.8

  /// The topics merged by average linkage (Sokal and Michener 1958), weighted by papers, until as many themes are left
  /// as the topics ask for; then each topic moved to the theme that it is most like.
  ///
  /// Seen from the middle of the collection, or what all papers share would make all topics alike. Ward's criterion
  /// gathers what is left over: small topics are cheap to merge, however unlike.
  init(of groups: Grouping, in vectors: Vectors) {
    sizes = groups.sizes
    likeness = Self.likeness(groups, vectors)
    let count = Granularity.themes(topics: groups.count)
    most = Int(Self.largestShare * Double(vectors.count) / Double(max(1, count)))
    themes = count > 1 || groups.count == 0 ? (0..<groups.count).map { [$0] } : [Array(0..<groups.count)]
    while themes.count > max(1, count), merge() {}
    settle()
    themes = themes.map { $0.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private static func likeness(_ groups: Grouping, _ vectors: Vectors) -> [Float] {
    let dimension = vectors.dimension
    let centre = groups.members.map { vectors.sum(of: $0) }
    let all = (0..<dimension).map { column in centre.reduce(0) { $0 + $1[column] } / Float(max(1, vectors.count)) }
    let rows = zip(centre, groups.sizes).map { sum, size in
      var row = zip(sum, all).map { $0 / Float(size) - $1 }
      Vectors.normalise(&row)
      return row
    }
    return rows.flatMap { row in rows.map { Vectors.dot(row[...], $0[...]) } }
  }

  /// Merges the two themes that are most alike; false where no two may be merged.
  private mutating func merge() -> Bool {
    var best: (a: Int, b: Int, likeness: Float)?
    for a in themes.indices {
      for b in themes.indices[(a + 1)...] where papers(themes[a]) + papers(themes[b]) <= most {
        let likeness = mean(themes[a], themes[b])
        if likeness > best?.likeness ?? -.infinity { best = (a, b, likeness) }
      }
    }
    guard let best else { return false }
    themes[best.a] += themes[best.b]
    themes.remove(at: best.b)
    return true
  }

  /// A few rounds in which each topic, smallest first, goes where it is most at home.
  private mutating func settle() {
    let order = sizes.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    for _ in 0..<3 {
      var moved = false
      for topic in order {
        guard let home = themes.firstIndex(where: { $0.contains(topic) }), themes[home].count > 1 else { continue }
        let rest = themes[home].filter { $0 != topic }
        var best = (theme: home, likeness: mean([topic], rest))
        for theme in themes.indices where theme != home && papers(themes[theme]) + sizes[topic] <= most {
          let likeness = mean([topic], themes[theme])
          if likeness > best.likeness + 1e-5 { best = (theme, likeness) }
        }
        if best.theme != home {
          themes[home] = rest
          themes[best.theme].append(topic)
          moved = true
        }
      }
      if !moved { return }
    }
  }

  private func papers(_ topics: [Int]) -> Int { topics.reduce(0) { $0 + sizes[$1] } }

  /// Mean likeness of the papers of two themes.
  private func mean(_ a: [Int], _ b: [Int]) -> Float {
    var sum: Float = 0
    for x in a { for y in b { sum += Float(sizes[x] * sizes[y]) * likeness[x * sizes.count + y] } }
    return sum / Float(papers(a) * papers(b))
  }
}
