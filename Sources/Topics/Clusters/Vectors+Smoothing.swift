extension Vectors {
  /// Each row drawn towards the middle of its neighbours, which evens out what a single abstract leaves unsaid.
  ///
  /// Two rounds of personalised diffusion over the neighbour graph (Zhou et al. 2004).
  ///
  /// - Parameter share: how much the neighbours weigh, 0...1.
  func smoothed(over nearest: Nearest, share: Float, rounds: Int = 2) -> Vectors {
    var now = self
    for _ in 0..<rounds {
      var next = self
      next.values.withUnsafeMutableBufferPointer { next in
        now.values.withUnsafeBufferPointer { now in
          for row in 0..<count { draw(row, towards: nearest, share, now, next) }
        }
      }
      now = next
    }
    return now
  }

  private func draw(
    _ row: Int, towards nearest: Nearest, _ share: Float, _ now: UnsafeBufferPointer<Float>,
    _ next: UnsafeMutableBufferPointer<Float>
  ) {
    var total: Float = 0
    for neighbour in nearest.of(row) { total += neighbour.similarity }
    guard total > 0 else { return }
    let own = row * dimension
    for column in own..<own + dimension { next[column] *= 1 - share }
    for neighbour in nearest.of(row) {
      let weight = share * neighbour.similarity / total
      let other = neighbour.paper * dimension
      for column in 0..<dimension { next[own + column] += weight * now[other + column] }
    }
    var square: Float = 0
    for column in own..<own + dimension { square += next[column] * next[column] }
    guard square > 0 else { return }
    let scale = 1 / square.squareRoot()
    for column in own..<own + dimension { next[column] *= scale }
  }
}
