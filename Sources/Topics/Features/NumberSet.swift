/// A set of numbers that is filled and emptied again and again: bits, and over them bits for the words of bits that hold
/// any.
struct NumberSet {
  private var bits: [UInt64]
  private var overview: [UInt64]

  /// - Parameter limit: all numbers lie below it.
  init(below limit: Int) {
    bits = [UInt64](repeating: 0, count: (limit + 63) / 64)
    overview = [UInt64](repeating: 0, count: (bits.count + 63) / 64)
  }

  @inline(__always)
  mutating func insert(_ number: Int) {
    bits[number >> 6] |= 1 << UInt64(number & 63)
    overview[number >> 12] |= 1 << UInt64(number >> 6 & 63)
  }

  /// Takes out all numbers, ascending.
  @inline(__always)
  mutating func drain(_ body: (Int) -> Void) {
    for place in overview.indices where overview[place] != 0 {
      var full = overview[place]
      overview[place] = 0
      while full != 0 {
        let word = place << 6 | full.trailingZeroBitCount
        full &= full - 1
        var rest = bits[word]
        bits[word] = 0
        while rest != 0 {
          body(word << 6 | rest.trailingZeroBitCount)
          rest &= rest - 1
        }
      }
    }
  }
}
