extension TermMatrix {
  /// Cosine of two rows.
  func cosine(_ a: Int, _ b: Int) -> Float {
    var sum: Float = 0
    forEachShared(a, b) { _, product in sum += product }
    return sum
  }

  /// Calls `body` with each column that both rows have and the product of their weights, columns ascending.
  func forEachShared(_ a: Int, _ b: Int, _ body: (_ column: Int, _ product: Float) -> Void) {
    var (x, y) = (offsets[a], offsets[b])
    while x < offsets[a + 1] && y < offsets[b + 1] {
      if columns[x] < columns[y] {
        x += 1
      } else if columns[x] > columns[y] {
        y += 1
      } else {
        body(Int(columns[x]), values[x] * values[y])
        x += 1
        y += 1
      }
    }
  }
}
