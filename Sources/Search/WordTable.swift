/// Words interned as consecutive numbers from 0, their bytes in one arena.
struct WordTable: Sendable {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  private var hashes: [UInt32] = []
  /// Open addressing: number + 1, 0 where empty; a power of two, at most three quarters full.
  private var slots: [Int32]

  init(capacity: Int = 1024) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  var count: Int { hashes.count }
  var indices: Range<Int> { hashes.indices }

  /// Bytes of all words together.
  var byteCount: Int { arena.count }

  /// The number of `word`, a new one where it is met for the first time.
  mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isEqual(number, word) { return number }
      slot = (slot + 1) & mask
    }
    let number = hashes.count
    slots[slot] = Int32(number + 1)
    hashes.append(hash)
    arena.append(contentsOf: word)
    starts.append(arena.count)
    if hashes.count * 4 > slots.count * 3 { grow() }
    return number
  }

  /// The bytes of word `number`.
  func bytes(_ number: Int) -> ArraySlice<UInt8> { arena[starts[number]..<starts[number + 1]] }

  func text(_ number: Int) -> String { String(decoding: bytes(number), as: UTF8.self) }

  /// Calls `body` with the bytes of word `number`.
  func withBytes<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[starts[number]..<starts[number + 1]])) }
  }

  /// All numbers, in the order in which JavaScript sorts the words.
  func sortedNumbers() -> [Int] {
    arena.withUnsafeBufferPointer { arena in
      (0..<count).sorted { a, b in
        ScriptOrder.precedes(arena[starts[a]..<starts[a + 1]], arena[starts[b]..<starts[b + 1]])
      }
    }
  }
}

extension WordTable {
  private func isEqual(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == word.count else { return false }
    for at in 0..<word.count where arena[start + at] != word[at] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for number in hashes.indices {
      var slot = Int(hashes[number]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number + 1)
    }
  }

  /// FNV-1a with a final mix: words are short, and the low bits choose the slot.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    hash ^= hash >> 15
    hash &*= 0x85EB_CA6B
    return hash ^ hash >> 13
  }
}
