import Text

/// Words interned as consecutive numbers from 0, their bytes in one arena.
struct WordTable: Sendable {
  private var arena: [UInt8] = []
  private var starts: [Int32] = [0]
  /// Open addressing; a power of two, at most three quarters full.
  private var slots: [Slot]

  private struct Slot: Sendable {
    var hash: UInt32 = 0
    /// The word's number and 1, 0 where the slot is empty.
    var place: Int32 = 0
  }

  init(capacity: Int = 1024) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  var count: Int { starts.count - 1 }
  var indices: Range<Int> { 0..<count }

  /// Bytes of all words together.
  var byteCount: Int { arena.count }

  /// The number of `word`, a new one where it is met for the first time.
  mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = UInt32(truncatingIfNeeded: WordHash.of(word))
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].place != 0 {
      let number = Int(slots[slot].place) - 1
      if slots[slot].hash == hash, isEqual(number, word) { return number }
      slot = (slot + 1) & mask
    }
    let number = count
    slots[slot] = Slot(hash: hash, place: Int32(number + 1))
    arena.append(contentsOf: word)
    starts.append(Int32(arena.count))
    if count * 4 > slots.count * 3 { grow() }
    return number
  }

  /// Where the bytes of word `number` stand.
  private func range(_ number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

  /// The bytes of word `number`.
  func bytes(_ number: Int) -> ArraySlice<UInt8> { arena[range(number)] }

  /// How many they are.
  func length(_ number: Int) -> Int { range(number).count }

  func text(_ number: Int) -> String { String(decoding: bytes(number), as: UTF8.self) }

  /// Calls `body` with the bytes of word `number`.
  func withBytes<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(number)])) }
  }

  /// All numbers, in the order in which JavaScript sorts the words.
  func sortedNumbers() -> [Int32] {
    arena.withUnsafeBufferPointer { arena in
      var words = indices.map { (opening: ScriptOrder.opening(arena[range($0)]), number: Int32($0)) }
      words.sort { a, b in
        if a.opening != b.opening { return a.opening < b.opening }
        return ScriptOrder.precedes(arena[range(Int(a.number))], arena[range(Int(b.number))])
      }
      return words.map(\.number)
    }
  }
}

extension WordTable {
  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == word.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for at in 0..<word.count where arena[range.lowerBound + at] != word[at] { return false }
      return true
    }
  }

  private mutating func grow() {
    let known = slots
    slots = Array(repeating: Slot(), count: known.count * 2)
    let mask = slots.count - 1
    for entry in known where entry.place != 0 {
      var slot = Int(entry.hash) & mask
      while slots[slot].place != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}
