/// A few words of up to eight bytes, each a number: most words of a text are looked for among them.
struct ShortWords: Sendable {
  /// Open addressing, 0 where a slot is empty.
  private var slots = [UInt64](repeating: 0, count: 256)

  /// - Parameter words: Fewer than 128, with blanks between them.
  init(_ words: String) {
    for word in words.utf8.split(separator: 0x20) {
      let number = Self.number(word)
      slots[slot(number)] = number
    }
  }

  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let number = Self.number(word)
    return number != 0 && slots[slot(number)] == number
  }

  /// The slot of a word, or the empty one where it would stand.
  private func slot(_ number: UInt64) -> Int {
    var slot = Int((number &* 0x9E37_79B9_7F4A_7C15) >> 56)
    while slots[slot] != 0, slots[slot] != number { slot = (slot + 1) & 255 }
    return slot
  }

  private static func number(_ word: some Sequence<UInt8>) -> UInt64 { word.reduce(0) { $0 << 8 | UInt64($1) } }
}
