/// The best candidates so far, kept sorted: nearest first, equally near ones by index.
struct NearestList {
  /// A candidate must be as near as this at the least, and above 0.
  private(set) var threshold: Float = 0
  /// Similarity, then the complement of the paper's number, so that the order is that of the numbers; 0 where there is
  /// none.
  private var keys: [UInt64]

  init(width: Int) { keys = [UInt64](repeating: 0, count: width) }

  /// Takes a row's places as they are.
  mutating func fill(from nearest: Nearest, row: Int) {
    let start = row * nearest.width
    for place in keys.indices {
      keys[place] = Self.key(nearest.papers[start + place], nearest.similarities[start + place])
    }
    threshold = Self.similarity(keys.last ?? .max)
  }

  /// Forgets all candidates.
  mutating func clear() {
    for place in keys.indices { keys[place] = 0 }
    threshold = 0
  }

  /// Takes a candidate that is not in the list yet; of equally near ones at the end of the list the first stays.
  @inline(__always)
  mutating func offer(_ paper: Int, _ similarity: Float) {
    if similarity > threshold { insert(Self.key(Int32(truncatingIfNeeded: paper), similarity)) }
  }

  /// Takes a candidate that is not in the list yet; of equally near ones those of the least numbers stay.
  @inline(__always)
  mutating func offerInAnyOrder(_ paper: Int, _ similarity: Float) {
    if similarity >= threshold { insert(Self.key(Int32(truncatingIfNeeded: paper), similarity)) }
  }

  /// Takes a candidate that may be in the list already, in any order.
  @inline(__always)
  mutating func offerOnce(_ paper: Int32, _ similarity: Float) {
    if similarity >= threshold, similarity > 0, !holds(paper) { insert(Self.key(paper, similarity)) }
  }

  /// Appends the papers and how near they are.
  func append(to nearest: inout Nearest) {
    for key in keys {
      nearest.papers.append(Self.paper(key))
      nearest.similarities.append(Self.similarity(key))
    }
  }

  /// True where `paper` is in the list.
  func holds(_ paper: Int32) -> Bool {
    keys.withUnsafeBufferPointer { keys in
      var found = false
      for key in keys where Self.paper(key) == paper { found = true }
      return found
    }
  }

  private mutating func insert(_ key: UInt64) {
    keys.withUnsafeMutableBufferPointer { keys in
      var place = keys.count - 1
      guard place >= 0, key > keys[place] else { return }
      while place > 0, keys[place - 1] < key {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
      threshold = Self.similarity(keys[keys.count - 1])
    }
  }

  @inline(__always)
  private static func key(_ paper: Int32, _ similarity: Float) -> UInt64 {
    UInt64(similarity.bitPattern) << 32 | UInt64(UInt32(bitPattern: ~paper))
  }

  @inline(__always)
  private static func paper(_ key: UInt64) -> Int32 { ~Int32(truncatingIfNeeded: key) }

  @inline(__always)
  private static func similarity(_ key: UInt64) -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: key >> 32)) }
}
