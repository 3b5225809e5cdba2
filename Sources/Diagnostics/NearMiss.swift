/// Finds the known word that a mistyped one was meant to be.
public enum NearMiss {
  /// The candidate nearest to `word` by edits, nil where none is near enough to be worth asking.
  ///
  /// Ties go to the candidate that stands first.
  public static func suggestion(for word: String, among candidates: [String]) -> String? {
    let limit = max(1, word.utf8.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in candidates where candidate != word {
      let distance = self.distance(Array(word.utf8), Array(candidate.utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Edits that lead from `a` to `b`, two letters swapped counting as one (optimal string alignment).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for row in 1..<(a.count + 1) {
      var next = [row]
      for column in 1..<(b.count + 1) {
        let change = last[column - 1] + (a[row - 1] == b[column - 1] ? 0 : 1)
        var least = min(change, last[column] + 1, next[column - 1] + 1)
        if row > 1, column > 1, a[row - 1] == b[column - 2], a[row - 2] == b[column - 1] {
          least = min(least, before[column - 2] + 1)
        }
        next.append(least)
      }
      before = last
      last = next
    }
    return last[b.count]
  }
}
