import CLanes

/// Points as rows of one flat array.
struct Vectors: Sendable, Equatable {
  /// Row after row, each of unit length or all zero.
  var values: [Float]
  var dimension: Int

  init(values: [Float], dimension: Int) {
    self.values = values
    self.dimension = dimension
  }

  /// Rows without any direction.
  static func zero(rows: Int, dimension: Int) -> Vectors {
    Vectors(values: [Float](repeating: 0, count: rows * dimension), dimension: dimension)
  }

  /// Number of rows.
  var count: Int { dimension == 0 ? 0 : values.count / dimension }

  /// Row `index`.
  subscript(index: Int) -> ArraySlice<Float> { values[index * dimension..<(index + 1) * dimension] }

  /// The mean of the rows `members`, scaled to unit length; all zero where they cancel out.
  func middle(of members: [Int]) -> [Float] {
    var sum = sum(of: members)
    Self.normalise(&sum)
    return sum
  }

  /// The sum of the rows `members`, added in their order.
  func sum(of members: some RandomAccessCollection<Int>) -> [Float] {
    var sum = [Float](repeating: 0, count: dimension)
    values.withUnsafeBufferPointer { values in
      sum.withUnsafeMutableBufferPointer { sum in
        for place in members.indices {
          if let later = members.index(place, offsetBy: 6, limitedBy: members.endIndex), later < members.endIndex {
            values.expect(members[later] * dimension, count: dimension)
          }
          Self.add(values, members[place] * dimension, to: sum, 0, count: dimension)
        }
      }
    }
    return sum
  }

  /// Adds `count` numbers of `source` to as many of `target`, eight at a time.
  @inline(__always)
  static func add(
    _ source: UnsafeBufferPointer<Float>, _ first: Int, to target: UnsafeMutableBufferPointer<Float>, _ start: Int,
    count: Int
  ) {
    let (source, target) = (UnsafeRawBufferPointer(source), UnsafeMutableRawBufferPointer(target))
    var column = 0
    while column + 8 <= count {
      let value = source.loadUnaligned(fromByteOffset: (first + column) * 4, as: SIMD8<Float>.self)
      let sum = target.loadUnaligned(fromByteOffset: (start + column) * 4, as: SIMD8<Float>.self) + value
      target.storeBytes(of: sum, toByteOffset: (start + column) * 4, as: SIMD8<Float>.self)
      column += 8
    }
    while column < count {
      let value = source.loadUnaligned(fromByteOffset: (first + column) * 4, as: Float.self)
      let sum = target.loadUnaligned(fromByteOffset: (start + column) * 4, as: Float.self) + value
      target.storeBytes(of: sum, toByteOffset: (start + column) * 4, as: Float.self)
      column += 1
    }
  }

  /// Scales `row` to unit length where it has any.
  static func normalise(_ row: inout [Float]) {
    let length = dot(row[...], row[...]).squareRoot()
    guard length > 1e-12 else {
      for index in row.indices { row[index] = 0 }
      return
    }
    for index in row.indices { row[index] /= length }
  }

  /// Scales row `index` to unit length where it has any.
  mutating func normaliseRow(_ index: Int) {
    let columns = index * dimension..<(index + 1) * dimension
    let length = Self.dot(values[columns], values[columns]).squareRoot()
    for column in columns { values[column] = length > 1e-12 ? values[column] / length : 0 }
  }

  /// Dot product of two rows of one length.
  static func dot(_ a: ArraySlice<Float>, _ b: ArraySlice<Float>) -> Float {
    var sum: Float = 0
    for (x, y) in zip(a, b) { sum += x * y }
    return sum
  }
}

extension UnsafeBufferPointer<Float> {
  /// Asks for `count` numbers from `first` on, which will be wanted soon.
  @inline(__always)
  func expect(_ first: Int, count: Int) {
    guard let base = baseAddress else { return }
    // Sixteen numbers are a line of the processor's memory.
    for number in Swift.stride(from: first, to: first + count, by: 16) { lanes_expect(base + number) }
  }
}
