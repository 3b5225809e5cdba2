extension Clustering {
  /// Two parts of a topic's members, each ascending, the one with the smallest index first.
  typealias Halves = (first: [Int], second: [Int])

  /// The members of `topic` in two parts by spherical 2-means on their vectors, the best of eight starts; nil where
  /// they cannot be told apart.
  func halves(of topic: Int) -> Halves? { splits(of: topic).first }

  /// The different ways in which spherical 2-means cuts the members of `topic`, from eight starts, the best first.
  func splits(of topic: Int) -> [Halves] {
    let members = assignment.indices.filter { assignment[$0] == topic }
    guard members.count > 1 else { return [] }
    var found: [(score: Float, second: [Bool])] = []
    let rows = DenseBlock(vectors, rows: members)
    for start in 0..<8 {
      var split = split(rows, from: start)
      if split.second[0] { for index in split.second.indices { split.second[index].toggle() } }
      guard split.second.contains(true), !found.contains(where: { $0.second == split.second }) else { continue }
      found.append(split)
    }
    // Ties keep the order of their starts.
    let order = found.indices.sorted { (found[$1].score, $0) < (found[$0].score, $1) }
    return order.map { split in
      let second = found[split].second
      return (
        members.indices.filter { !second[$0] }.map { members[$0] },
        members.indices.filter { second[$0] }.map { members[$0] }
      )
    }
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

  /// The clustering without `topic`, whose papers go to the topics with the nearest middles.
  func dissolving(_ topic: Int) -> Clustering {
    var copy = self
    let middles = TopicMiddles(centroids)
    var cosines = middles.room
    for paper in assignment.indices {
      var to = assignment[paper]
      if to == topic {
        middles.cosines(of: paper, in: vectors, to: &cosines)
        // Of equally near ones the first.
        to = (0..<topics).filter { $0 != topic }.max { (cosines[$0], $1) < (cosines[$1], $0) } ?? topic
      }
      copy.assignment[paper] = to > topic ? to - 1 : to
    }
    copy.centroids = vectors.middles(copy.assignment, count: topics - 1)
    copy.themes = themes.map { $0.filter { $0 != topic }.map { $0 > topic ? $0 - 1 : $0 } }.filter { !$0.isEmpty }
    return copy
  }

  /// One run of 2-means on some rows of the vectors; the two starting points are a spread-out pair of them that depends
  /// on `start`.
  private func split(_ rows: DenseBlock, from start: Int) -> (score: Float, second: [Bool]) {
    let dimension = vectors.dimension
    func row(_ number: Int) -> [Float] { Array(rows.values[number * rows.width..<number * rows.width + dimension]) }
    let seed = row(start * rows.height / 8)
    let cosines = rows.products(with: seed, seed)
    let far = (0..<rows.height).min { cosines[4 * $0] < cosines[4 * $1] } ?? 0
    var middles = (row(far), seed)
    var second = [Bool](repeating: false, count: rows.height)
    var score: Float = 0
    for _ in 0..<20 {
      score = 0
      var changed = false
      let products = rows.products(with: middles.0, middles.1)
      for number in 0..<rows.height {
        let (a, b) = (products[4 * number], products[4 * number + 1])
        score += max(a, b)
        if second[number] != (b > a) { changed = true }
        second[number] = b > a
      }
      let size = second.count { $0 }
      if !changed || size == 0 || size == rows.height { break }
      middles = (rows.middle(dimension) { !second[$0] }, rows.middle(dimension) { second[$0] })
    }
    return (score, second)
  }
}

extension DenseBlock {
  /// The mean of the chosen rows without their padding, scaled to unit length.
  fileprivate func middle(_ dimension: Int, of isChosen: (Int) -> Bool) -> [Float] {
    var sum = [Float](repeating: 0, count: dimension)
    values.withUnsafeBufferPointer { values in
      sum.withUnsafeMutableBufferPointer { sum in
        for row in 0..<height where isChosen(row) { Vectors.add(values, row * width, to: sum, 0, count: dimension) }
      }
    }
    Vectors.normalise(&sum)
    return sum
  }
}
