import Glibc
import Text

/// The distinct tokens of texts with how often each comes, numbered in the order of their first coming.
struct TokenTable: Sendable {
  private(set) var counts: [Int32] = []
  /// All tokens, one after another.
  private var storage: [UInt8] = []
  private var ends: [Int32] = []
  /// Open addressing by the tokens' 64-bit fingerprints; of two tokens of one fingerprint the first would stand for both,
  /// which no collection that fits a page comes near.
  private var keys: [UInt64]
  private var numbers: [Int32]

  init() {
    keys = [UInt64](repeating: 0, count: 1 << 15)
    numbers = [Int32](repeating: 0, count: 1 << 15)
  }

  var indices: Range<Int> { counts.indices }

  func bytes(_ token: Int) -> ArraySlice<UInt8> { storage[range(token)] }

  private func range(_ token: Int) -> Range<Int> { (token == 0 ? 0 : Int(ends[token - 1]))..<Int(ends[token]) }

  /// Whether the token is `<`.
  func isAngle(_ token: Int) -> Bool {
    let bytes = bytes(token)
    return bytes.count == 1 && bytes.first == 0x3C
  }

  /// Tokens by their bytes.
  func sorted(_ tokens: some Sequence<Int>) -> [Int] {
    storage.withUnsafeBytes { storage in
      tokens.sorted { one, other in
        let (one, other) = (range(one), range(other))
        guard let base = storage.baseAddress else { return false }
        let order = memcmp(base + one.lowerBound, base + other.lowerBound, min(one.count, other.count))
        return order == 0 ? one.count < other.count : order < 0
      }
    }
  }

  /// Appends the numbers of the tokens of a text to `words`.
  mutating func read(_ text: String, into words: inout [Int32]) {
    var copy = text
    copy.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        let end = Self.end(bytes, at)
        words.append(number(UnsafeBufferPointer(rebasing: bytes[at..<end])))
        at = end
      }
    }
  }

  /// A word of ASCII letters with the blank before it, or one character.
  private static func end(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = bytes[start] == 0x20 && start + 1 < bytes.count && isLetter(bytes[start + 1]) ? start + 1 : start
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    if end > start { return end }
    end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private mutating func number(_ token: UnsafeBufferPointer<UInt8>) -> Int32 {
    // No key is 0, which marks free places.
    let key = Fingerprint.short(token) | 1
    var place = Int(truncatingIfNeeded: key >> 20) & (keys.count - 1)
    while keys[place] != 0 {
      if keys[place] == key {
        counts[Int(numbers[place])] += 1
        return numbers[place]
      }
      place = (place + 1) & (keys.count - 1)
    }
    let number = Int32(counts.count)
    keys[place] = key
    numbers[place] = number
    counts.append(1)
    storage.append(contentsOf: token)
    ends.append(Int32(storage.count))
    if counts.count * 2 > keys.count { grow() }
    return number
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
    numbers = [Int32](repeating: 0, count: keys.count)
    for (key, number) in zip(oldKeys, oldNumbers) where key != 0 {
      var place = Int(truncatingIfNeeded: key >> 20) & (keys.count - 1)
      while keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
      keys[place] = key
      numbers[place] = number
    }
  }
}
