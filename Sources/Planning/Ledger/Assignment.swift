/// The one-to-one assignment of rows to columns with the greatest sum of weights.
enum Assignment {
  /// For each row its column, nil where the row stays alone.
  ///
  /// Shortest augmenting paths with potentials (Kuhn 1955, Munkres 1957; in the form of Jonker and Volgenant 1987),
  /// O(rows² × columns). Weights are at least 0, and a pair of weight 0 is never assigned. Ties go to the lower index.
  static func best(_ weights: [[Int]]) -> [Int?] {
    let rows = weights.count
    guard rows > 0, let columns = weights.map(\.count).max(), columns > 0 else {
      return Array(repeating: nil, count: rows)
    }
    let size = max(rows, columns)
    func cost(_ row: Int, _ column: Int) -> Int {
      row < rows && column < weights[row].count ? -weights[row][column] : 0
    }
    var rowPotential = [Int](repeating: 0, count: size + 1)
    var columnPotential = [Int](repeating: 0, count: size + 1)
    var rowOf = [Int](repeating: 0, count: size + 1)
    for row in 1...size {
      var way = [Int](repeating: 0, count: size + 1)
      var least = [Int](repeating: .max, count: size + 1)
      var used = [Bool](repeating: false, count: size + 1)
      rowOf[0] = row
      var column = 0
      repeat {
        used[column] = true
        let current = rowOf[column]
        var delta = Int.max
        var next = 0
        for other in 1...size where !used[other] {
          let reduced = cost(current - 1, other - 1) - rowPotential[current] - columnPotential[other]
          if reduced < least[other] {
            least[other] = reduced
            way[other] = column
          }
          if least[other] < delta {
            delta = least[other]
            next = other
          }
        }
        for other in 0...size {
          if used[other] {
            rowPotential[rowOf[other]] += delta
            columnPotential[other] -= delta
          } else if least[other] != .max {
            least[other] -= delta
          }
        }
        column = next
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[way[column]]
        column = way[column]
      }
    }
    var result = [Int?](repeating: nil, count: rows)
    for column in 1...size where rowOf[column] >= 1 && rowOf[column] <= rows {
      let row = rowOf[column] - 1
      if column - 1 < weights[row].count, weights[row][column - 1] > 0 { result[row] = column - 1 }
    }
    return result
  }
}
