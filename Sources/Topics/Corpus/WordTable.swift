import Foundation
import Text

/// Words by number: each distinct folded form once, in order of first appearance.
///
/// An open-addressing table over the bytes as written (ASCII letters lowered), so that canonical composition
/// and full case folding are worked out once for each distinct spelling.
struct WordTable: Sendable {
  /// Folded forms.
  private(set) var words: [String] = []
  /// Letters of all spellings.
  private var arena: [UInt8] = []
  private var spellings = 0
  /// The count is a power of two.
  private var slots = [Spelling](repeating: Spelling(), count: 1 << 14)

  /// A spelling; its length is 0 where the slot is free.
  private struct Spelling: Sendable {
    var hash: UInt64 = 0
    var start: Int32 = 0
    /// 24 bits of the word, 8 of the length, so that four spellings lie in a line of the processor's memory. A word has
    /// 100 bytes at most, and folding at most doubles them.
    private var bits: UInt32 = 0

    init() {}

    init(hash: UInt64, word: Int32, start: Int32, length: Int) {
      self.hash = hash
      self.start = start
      bits = UInt32(word) << 8 | UInt32(length)
    }

    @inline(__always)
    var word: Int32 { Int32(bits >> 8) }

    @inline(__always)
    var length: Int { Int(bits & 0xFF) }
  }

  /// Spellings up to this length have a hash of their own.
  private static let distinct = 8

  /// The number of the word that `bytes` spell, which are not empty.
  mutating func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 { word(bytes, isFolded: false) }

  /// The number of a word of another table.
  mutating func word(_ folded: String) -> Int32 {
    var copy = folded
    return copy.withUTF8 { word($0, isFolded: true) }
  }

  private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, isFolded: Bool) -> Int32 {
    let hash = Self.hash(bytes)
    return find(bytes, hash: hash) ?? insert(bytes, hash: hash, isFolded: isFolded)
  }

  @inline(__always)
  private func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32? {
    slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot].length != 0 {
        let spelling = slots[slot]
        if spelling.hash == hash, spelling.length == bytes.count, holds(spelling, bytes) { return spelling.word }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  /// Numbers a new spelling: that of its folded form, which is a spelling of its own.
  private mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, isFolded: Bool) -> Int32 {
    let lowered = bytes.map(\.asciiLowercased)
    var number = Int32(words.count)
    if !isFolded, let form = Self.folded(lowered) {
      number = form.withUnsafeBufferPointer { word($0, isFolded: true) }
    } else {
      words.append(String(decoding: lowered, as: UTF8.self))
    }
    if spellings * 2 >= slots.count { grow() }
    place(Spelling(hash: hash, word: number, start: Int32(arena.count), length: lowered.count))
    spellings += 1
    arena += lowered
    return number
  }

  private mutating func grow() {
    let known = slots
    slots = [Spelling](repeating: Spelling(), count: known.count * 2)
    for spelling in known where spelling.length != 0 { place(spelling) }
  }

  private mutating func place(_ spelling: Spelling) {
    var slot = Int(truncatingIfNeeded: spelling.hash) & (slots.count - 1)
    while slots[slot].length != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = spelling
  }

  /// True where the letters are the same; asked of spellings of the same hash and length.
  @inline(__always)
  private func holds(_ spelling: Spelling, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.count <= Self.distinct { return true }
    for offset in 0..<bytes.count where arena[Int(spelling.start) + offset] != bytes[offset].asciiLowercased {
      return false
    }
    return true
  }

  /// The folded form of a spelling, nil where it is that already.
  private static func folded(_ spelling: [UInt8]) -> [UInt8]? {
    if spelling.allSatisfy({ $0 < 0x80 }) { return nil }
    let text = String(decoding: spelling, as: UTF8.self)
    let form = text.replacing("\u{2019}", with: "'").lowercased().precomposedStringWithCanonicalMapping
    let bytes = Array(form.utf8)
    return bytes == spelling || bytes.isEmpty ? nil : bytes
  }
}

extension WordTable {
  /// A fingerprint of the letters without regard to the case of ASCII ones, eight bytes at a time.
  ///
  /// Up to eight bytes every step can be undone, so that different words of one length differ.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(raw.count) &* 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at + 8 <= raw.count {
      hash = mixed(hash ^ Octets.lowercased(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at += 8
    }
    let left = raw.count - at
    if left >= 4 {
      let low = raw.loadUnaligned(fromByteOffset: at, as: UInt32.self)
      let high = raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self)
      hash = mixed(hash ^ Octets.lowercased(UInt64(low) | UInt64(high) << 32))
    } else if left > 0 {
      let letters = UInt64(raw[at]) | UInt64(raw[at + left / 2]) << 8 | UInt64(raw[raw.count - 1]) << 16
      hash = mixed(hash ^ Octets.lowercased(letters))
    }
    return hash
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 32
  }
}
