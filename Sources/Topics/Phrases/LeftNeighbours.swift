/// The two left neighbours of a phrase that may be its commonest.
struct LeftNeighbours {
  private var first: Int32 = -1
  private var second: Int32 = -1
  private var votes: (first: Int32, second: Int32) = (0, 0)
  private var counts: (first: Int32, second: Int32) = (0, 0)

  /// Uses after the commoner of the two.
  var most: Int32 { max(counts.first, counts.second) }

  mutating func vote(for left: Int32) {
    if first == left {
      votes.first += 1
    } else if second == left {
      votes.second += 1
    } else if votes.first == 0 {
      (first, votes.first) = (left, 1)
    } else if votes.second == 0 {
      (second, votes.second) = (left, 1)
    } else {
      votes.first -= 1
      votes.second -= 1
    }
  }

  mutating func count(_ left: Int32) {
    if first == left { counts.first += 1 }
    if second == left { counts.second += 1 }
  }
}
