/// The one source of chance in the analysis: SplitMix64 (Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform in `0..<1`, of 24 bits.
  mutating func unit() -> Float { Float(next() >> 40) * (1 / 16_777_216) }

  /// Uniform in `0..<count`; `count` is positive and under 2^32.
  mutating func index(_ count: Int) -> Int { Int(((next() >> 32) &* UInt64(count)) >> 32) }

  /// About normal, with variance 1: the sum of twelve uniform values, which needs no transcendental function
  /// and so gives the same bits on every machine.
  mutating func normal() -> Float {
    var sum: Float = -6
    for _ in 0..<6 {
      let bits = next()
      sum += Float(bits >> 40) * (1 / 16_777_216) + Float(bits & 0xFF_FFFF) * (1 / 16_777_216)
    }
    return sum
  }
}
