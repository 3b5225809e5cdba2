/// Up to three indices into `Atlas.sharedPhrases`, held in place: there are half a million such lists in a large
/// collection.
struct SharedNumbers: Sendable, Equatable {
  /// -1 where there are fewer than the place has.
  private var numbers = SIMD4<Int32>(repeating: -1)

  static let most = 3

  init(_ numbers: some Sequence<Int>) {
    for (place, number) in numbers.prefix(Self.most).enumerated() { self.numbers[place] = Int32(number) }
  }

  var indices: [Int] { (0..<Self.most).map { Int(numbers[$0]) }.filter { $0 >= 0 } }
}
