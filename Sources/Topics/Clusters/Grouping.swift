/// A partition: the number of each item's group.
struct Grouping: Sendable, Equatable {
  /// Dense: every number in `0..<count` is taken.
  private(set) var numbers: [Int]
  private(set) var count: Int

  /// The groups of any numbers from 0, renumbered in order of first appearance.
  init(_ numbers: [some BinaryInteger]) {
    var new = [Int](repeating: -1, count: numbers.max().map { Int($0) + 1 } ?? 0)
    var count = 0
    self.numbers = numbers.map { number in
      let number = Int(number)
      if new[number] < 0 {
        new[number] = count
        count += 1
      }
      return new[number]
    }
    self.count = count
  }

  /// Everything in one group.
  init(one items: Int) {
    numbers = [Int](repeating: 0, count: items)
    count = min(1, items)
  }

  /// Items per group.
  var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for number in numbers { sizes[number] += 1 }
    return sizes
  }

  /// Items of each group, ascending.
  var members: [[Int]] {
    var members = [[Int]](repeating: [], count: count)
    for (item, number) in numbers.enumerated() { members[number].append(item) }
    return members
  }

  /// The items, group after group and ascending within each; those of group `g` from `starts[g]` to `starts[g + 1]`.
  func sorted() -> (starts: [Int], items: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for number in numbers { starts[number + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    var items = [Int](repeating: 0, count: numbers.count)
    for (item, number) in numbers.enumerated() {
      items[next[number]] = item
      next[number] += 1
    }
    return (starts, items)
  }

  /// The groups that `outer`, a partition of the groups, makes of the items.
  func merged(by outer: Grouping) -> Grouping { Grouping(numbers.map { outer.numbers[$0] }) }

  /// The same with `items` moved to a new last group.
  func splitting(off items: [Int]) -> Grouping {
    var copy = self
    for item in items { copy.numbers[item] = count }
    return Grouping(copy.numbers)
  }
}
