/// Weights summed by number, of which few are touched between one clearing and the next.
struct WeightTally {
  /// How many numbers have a sum.
  private(set) var count = 0
  private let sums: UnsafeMutableBufferPointer<Double>
  private let touched: UnsafeMutableBufferPointer<Int32>

  /// Lends `body` a tally that holds nothing.
  /// - Parameter count: numbers lie below it.
  static func with<Result>(count: Int, _ body: (inout WeightTally) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { sums in
      sums.initialize(repeating: 0)
      // One more, for the place that is written before it is known whether it counts.
      return withUnsafeTemporaryAllocation(of: Int32.self, capacity: count + 1) { touched in
        touched.initialize(repeating: 0)
        var tally = WeightTally(sums: sums, touched: touched)
        return body(&tally)
      }
    }
  }

  private init(sums: UnsafeMutableBufferPointer<Double>, touched: UnsafeMutableBufferPointer<Int32>) {
    self.sums = sums
    self.touched = touched
  }

  /// The sum of `number`, 0 where it has none.
  @inline(__always)
  subscript(number: Int) -> Double { sums[number] }

  /// The number that was touched at `place`, in order of first touch.
  @inline(__always)
  func number(_ place: Int) -> Int { Int(touched[place]) }

  /// Adds `weight`, which is above 0.
  @inline(__always)
  mutating func add(_ weight: Float, to number: Int) {
    touched[count] = Int32(truncatingIfNeeded: number)
    if sums[number] == 0 { count += 1 }
    sums[number] += Double(weight)
  }

  /// The numbers that have a sum, ascending.
  func sorted() -> [Int] { touched.prefix(count).map { Int($0) }.sorted() }

  @inline(__always)
  mutating func clear() {
    for place in 0..<count { sums[Int(touched[place])] = 0 }
    count = 0
  }
}
