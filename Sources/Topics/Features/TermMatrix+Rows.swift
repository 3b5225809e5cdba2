extension TermMatrix {
  /// Cosine of two rows, nil where that is surely below `least`, which is above 0.
  ///
  /// The rows are read from their ends, where the rare and heavy words stand; what one row alone has by then bounds
  /// what both can still have in common.
  func cosine(_ a: Int, _ b: Int, above least: Float) -> Float? {
    columns.withUnsafeBufferPointer { columns in
      values.withUnsafeBufferPointer { values in
        var (x, y) = (offsets[a + 1] - 1, offsets[b + 1] - 1)
        let (firstX, firstY) = (offsets[a], offsets[b])
        // A little more than the squared lengths, for the sake of rounding.
        var (restX, restY): (Float, Float) = (1.001, 1.001)
        let bound = least * least
        var sum: Float = 0
        while x >= firstX && y >= firstY {
          if columns[x] > columns[y] {
            restX -= values[x] * values[x]
            x -= 1
          } else if columns[x] < columns[y] {
            restY -= values[y] * values[y]
            y -= 1
          } else {
            sum += values[x] * values[y]
            x -= 1
            y -= 1
            continue
          }
          if restX * restY < bound { return nil }
        }
        return sum
      }
    }
  }
}
