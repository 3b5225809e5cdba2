/// Bottom-up merging of groups by Ward's criterion (Ward 1963).
struct Agglomeration {
  /// The merged group of each of the given groups.
  let groups: Grouping

  /// Merges `middles` of `sizes` papers each until `count` groups are left.
  init(_ middles: Vectors, sizes: [Int], count: Int) {
    let total = middles.count
    var group = Array(0..<total)
    var alive = Array(repeating: true, count: total)
    var weight = sizes.map { Float(max(1, $0)) }
    var cost = [Float](repeating: 0, count: total * total)
    for a in 0..<total {
      for b in 0..<total where a != b {
        let distance = 2 - 2 * Vectors.dot(middles[a], middles[b])
        cost[a * total + b] = weight[a] * weight[b] / (weight[a] + weight[b]) * distance
      }
    }
    var left = total
    while left > count {
      var best: (a: Int, b: Int, cost: Float)?
      for a in 0..<total where alive[a] {
        for b in a + 1..<max(total, a + 1) where alive[b] {
          if cost[a * total + b] < best?.cost ?? .infinity { best = (a, b, cost[a * total + b]) }
        }
      }
      guard let best else { break }
      // Lance and Williams (1967): the merged group's costs from those of its halves.
      for other in 0..<total where alive[other] && other != best.a && other != best.b {
        let sum = weight[best.a] + weight[best.b] + weight[other]
        let merged =
          ((weight[best.a] + weight[other]) * cost[best.a * total + other]
            + (weight[best.b] + weight[other]) * cost[best.b * total + other]
            - weight[other] * best.cost) / sum
        cost[best.a * total + other] = merged
        cost[other * total + best.a] = merged
      }
      weight[best.a] += weight[best.b]
      alive[best.b] = false
      for member in 0..<total where group[member] == best.b { group[member] = best.a }
      left -= 1
    }
    groups = Grouping(group)
  }
}
