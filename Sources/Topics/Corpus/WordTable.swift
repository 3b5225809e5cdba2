import Foundation

/// Words by number: each distinct folded form once, in order of first appearance.
///
/// An open-addressing table over the bytes as written (ASCII letters lowered), so that canonical composition
/// and full case folding are worked out once for each distinct spelling.
struct WordTable {
  /// Folded forms.
  private(set) var words: [String] = []
  private var arena: [UInt8] = []
  private var spellings: [Spelling] = []
  /// Indices into `spellings` plus one; 0 is free. The count is a power of two.
  private var slots = [Int32](repeating: 0, count: 1 << 14)
  private var folded: [String: Int32] = [:]

  private struct Spelling {
    var hash: UInt32
    var start: Int32
    var length: Int32
    var word: Int32
  }

  /// The number of the word that `bytes` spell.
  mutating func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(Self.lowered(byte))) &* 16_777_619 }
    hash ^= hash >> 15
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let spelling = spellings[Int(slots[slot]) - 1]
      if spelling.hash == hash, equals(spelling, bytes) { return spelling.word }
      slot = (slot + 1) & (slots.count - 1)
    }
    return insert(bytes, hash: hash, slot: slot)
  }

  private mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32, slot: Int) -> Int32 {
    let start = arena.count
    arena.append(contentsOf: bytes.lazy.map(Self.lowered))
    let form = Self.fold(arena[start...])
    let word: Int32
    if let known = folded[form] {
      word = known
    } else {
      word = Int32(words.count)
      words.append(form)
      folded[form] = word
    }
    spellings.append(Spelling(hash: hash, start: Int32(start), length: Int32(bytes.count), word: word))
    slots[slot] = Int32(spellings.count)
    if spellings.count * 2 > slots.count { grow() }
    return word
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (index, spelling) in spellings.enumerated() {
      var slot = Int(spelling.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index) + 1
    }
  }

  private func equals(_ spelling: Spelling, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(spelling.length) == bytes.count else { return false }
    for offset in 0..<bytes.count where arena[Int(spelling.start) + offset] != Self.lowered(bytes[offset]) {
      return false
    }
    return true
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private static func fold(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.allSatisfy({ $0 < 0x80 }) { return text }
    return text.replacing("\u{2019}", with: "'").lowercased().precomposedStringWithCanonicalMapping
  }
}
