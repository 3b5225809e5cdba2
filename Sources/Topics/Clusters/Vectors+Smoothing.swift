import Parallel

extension Vectors {
  /// Each row drawn towards the middle of its neighbours, which evens out what a single abstract leaves unsaid.
  ///
  /// Two rounds of personalised diffusion over the neighbour graph (Zhou et al. 2004).
  ///
  /// - Parameter share: how much the neighbours weigh, 0...1.
  func smoothed(over nearest: Nearest, share: Float, rounds: Int = 2, slices: Slices) -> Vectors {
    var now = self
    for _ in 0..<rounds {
      let before = now
      let parts = slices.map(count, sliceSize: slices.threads == 1 ? count : max(512, count / 16)) { rows in
        [Float](unsafeUninitializedCapacity: rows.count * dimension) { next, size in
          before.values.withUnsafeBufferPointer { now in
            for row in rows { draw(row, towards: nearest, share, now, next, (row - rows.lowerBound) * dimension) }
          }
          size = rows.count * dimension
        }
      }
      now = Vectors(values: parts.count == 1 ? parts[0] : parts.flatMap { $0 }, dimension: dimension)
    }
    return now
  }

  /// Writes the row drawn towards its neighbours to `next`, from `own` on.
  private func draw(
    _ row: Int, towards nearest: Nearest, _ share: Float, _ now: UnsafeBufferPointer<Float>,
    _ next: UnsafeMutableBufferPointer<Float>, _ own: Int
  ) {
    for column in 0..<dimension { next[own + column] = values[row * dimension + column] }
    // Rows of few papers are at hand.
    let isLarge = values.count > 1 << 18
    let places = row * nearest.width..<(row + 1) * nearest.width
    nearest.papers.withUnsafeBufferPointer { papers in
      nearest.similarities.withUnsafeBufferPointer { similarities in
        var total: Float = 0
        for place in places where papers[place] >= 0 { total += similarities[place] }
        guard total > 0 else { return }
        for column in own..<own + dimension { next[column] *= 1 - share }
        for place in places where papers[place] >= 0 {
          if isLarge {
            let later = min(place + 4, places.upperBound - 1)
            if papers[later] >= 0 { now.expect(Int(papers[later]) * dimension, count: dimension) }
          }
          let weight = share * similarities[place] / total
          add(now, from: Int(papers[place]) * dimension, times: weight, to: next, from: own)
        }
        var square: Float = 0
        for column in own..<own + dimension { square += next[column] * next[column] }
        guard square > 0 else { return }
        let scale = 1 / square.squareRoot()
        for column in own..<own + dimension { next[column] *= scale }
      }
    }
  }

  /// Adds a row times `factor` to another, eight numbers at a time.
  @inline(__always)
  private func add(
    _ source: UnsafeBufferPointer<Float>, from first: Int, times factor: Float,
    to target: UnsafeMutableBufferPointer<Float>, from start: Int
  ) {
    let (source, target) = (UnsafeRawBufferPointer(source), UnsafeMutableRawBufferPointer(target))
    var column = 0
    while column + 8 <= dimension {
      let value = source.loadUnaligned(fromByteOffset: (first + column) * 4, as: SIMD8<Float>.self)
      let sum = target.loadUnaligned(fromByteOffset: (start + column) * 4, as: SIMD8<Float>.self) + factor * value
      target.storeBytes(of: sum, toByteOffset: (start + column) * 4, as: SIMD8<Float>.self)
      column += 8
    }
    while column < dimension {
      let value = source.loadUnaligned(fromByteOffset: (first + column) * 4, as: Float.self)
      let sum = target.loadUnaligned(fromByteOffset: (start + column) * 4, as: Float.self) + factor * value
      target.storeBytes(of: sum, toByteOffset: (start + column) * 4, as: Float.self)
      column += 1
    }
  }
}
