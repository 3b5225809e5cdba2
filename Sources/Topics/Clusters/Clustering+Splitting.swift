extension Clustering {
  /// The members of `topic` in two parts by spherical 2-means on their vectors, the best of eight starts.
  ///
  /// Each part ascending, the one with the smallest index first; nil where the members cannot be told apart.
  func halves(of topic: Int) -> (first: [Int], second: [Int])? {
    let members = assignment.indices.filter { assignment[$0] == topic }
    guard members.count > 1 else { return nil }
    var best: (score: Float, second: [Bool])?
    for start in 0..<8 {
      let split = split(members, from: start)
      if split.score > (best?.score ?? -.infinity) { best = split }
    }
    guard let best, best.second.contains(true), best.second.contains(false) else { return nil }
    let first = members.indices.filter { best.second[$0] == best.second[0] }.map { members[$0] }
    let second = members.indices.filter { best.second[$0] != best.second[0] }.map { members[$0] }
    return (first, second)
  }

  /// The clustering with `members` moved out of their topic into a new one, the last; it joins the same theme.
  func moving(_ members: [Int], outOf topic: Int) -> Clustering {
    var copy = self
    let new = topics
    for member in members { copy.assignment[member] = new }
    let rest = assignment.indices.filter { copy.assignment[$0] == topic }
    let middle = vectors.middle(of: rest)
    copy.centroids.values.replaceSubrange(
      topic * vectors.dimension..<(topic + 1) * vectors.dimension, with: middle)
    copy.centroids.values += vectors.middle(of: members)
    for theme in copy.themes.indices where copy.themes[theme].contains(topic) { copy.themes[theme].append(new) }
    return copy
  }

  /// One run of 2-means; the two starting points are a spread-out pair of members that depends on `start`.
  private func split(_ members: [Int], from start: Int) -> (score: Float, second: [Bool]) {
    let seed = members[start * members.count / 8]
    let far = members.min { Vectors.dot(vectors[$0], vectors[seed]) < Vectors.dot(vectors[$1], vectors[seed]) }
    var middles = [Array(vectors[far ?? seed]), Array(vectors[seed])]
    var second = [Bool](repeating: false, count: members.count)
    var score: Float = 0
    for _ in 0..<20 {
      score = 0
      var changed = false
      for (index, member) in members.enumerated() {
        let a = Vectors.dot(vectors[member], middles[0][...])
        let b = Vectors.dot(vectors[member], middles[1][...])
        score += max(a, b)
        if second[index] != (b > a) { changed = true }
        second[index] = b > a
      }
      if !changed { break }
      let parts = [false, true].map { part in members.indices.filter { second[$0] == part }.map { members[$0] } }
      if parts.contains(where: \.isEmpty) { break }
      middles = parts.map { vectors.middle(of: $0) }
    }
    return (score, second)
  }
}
