/// Takes `wanted` of `count` items at even distances, the same ones every time.
struct EvenSample {
  private let wanted: Int
  private let count: Int
  private var debt = 0

  init(_ wanted: Int, of count: Int) {
    self.wanted = min(wanted, count)
    self.count = count
  }

  /// Whether the next item is one of them.
  mutating func takesNext() -> Bool {
    debt += wanted
    guard debt >= count else { return false }
    debt -= count
    return true
  }
}
