/// Up to three indices into `Atlas.sharedPhrases`, held in place: there are half a million such lists in a large
/// collection.
struct SharedNumbers: Sendable, Equatable {
  /// -1 where there are fewer than the place has.
  private var numbers = SIMD4<Int32>(repeating: -1)

  static let most = 3

  init() {}

  init(_ numbers: some Sequence<Int>) {
    for (place, number) in numbers.prefix(Self.most).enumerated() { self.numbers[place] = Int32(number) }
  }

  /// How many there are.
  var count: Int {
    var count = 0
    while count < Self.most, numbers[count] >= 0 { count += 1 }
    return count
  }

  /// Adds a number, of which there are not too many yet.
  mutating func append(_ number: Int) { numbers[count] = Int32(number) }

  /// Hands over each number, in order.
  func forEach(_ body: (Int) -> Void) {
    for place in 0..<Self.most where numbers[place] >= 0 { body(Int(numbers[place])) }
  }

  /// The numbers that `body` gives for these.
  func mapped(_ body: (Int) -> Int) -> SharedNumbers {
    var mapped = self
    for place in 0..<Self.most where numbers[place] >= 0 { mapped.numbers[place] = Int32(body(Int(numbers[place]))) }
    return mapped
  }
}
