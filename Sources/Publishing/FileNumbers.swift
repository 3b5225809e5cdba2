/// The number of each file by the fingerprint of its path: millions of links are looked up, and the fingerprints need
/// no hashing of their own.
struct FileNumbers {
  /// Open addressing, at most half full; no fingerprint is 0 but one in 2^64, which would only be found broken.
  private var keys: [UInt64]
  private var numbers: [Int32]

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    numbers = Array(repeating: 0, count: size)
  }

  /// At most as many fingerprints as there is capacity for.
  mutating func add(_ fingerprint: UInt64, _ number: Int) {
    let place = place(of: fingerprint)
    keys[place] = fingerprint
    numbers[place] = Int32(number)
  }

  subscript(_ fingerprint: UInt64) -> Int? {
    let place = place(of: fingerprint)
    return keys[place] == fingerprint && fingerprint != 0 ? Int(numbers[place]) : nil
  }

  /// Where the fingerprint stands, or the free place that it would take.
  private func place(of fingerprint: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: fingerprint) & mask
    while keys[place] != 0, keys[place] != fingerprint { place = (place + 1) & mask }
    return place
  }
}
