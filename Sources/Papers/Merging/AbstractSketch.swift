import Text

/// The four least fingerprints of an abstract's runs of three words: two abstracts that share most of their runs share
/// most of these (bottom-k sketch, Broder 1997).
struct AbstractSketch: Sendable, Equatable {
  /// Rising; the greatest number stands for none.
  private var least = SIMD4<UInt64>(repeating: none)

  private static let none = UInt64.max

  /// Fingerprints that are kept.
  static let size = 4
  /// Fingerprints that two versions of one abstract have in common.
  static let sharedByVersions = 2
  /// Shorter abstracts are too much alike by chance.
  private static let fewestWords = 25

  init(_ abstract: String) {
    var text = abstract
    var count = 0
    var least = SIMD4<UInt64>(repeating: Self.none)
    text.withUTF8 { bytes in
      var run: (UInt64, UInt64) = (0, 0)
      for atom in WordScanner(bytes) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes[atom.start..<atom.end] { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3 }
        count += 1
        if count > 2 { Self.keep(Self.mixed(run.0 &* 31 &+ run.1 &* 17 &+ hash), &least) }
        run = (run.1, hash)
      }
    }
    if count >= Self.fewestWords { self.least = least }
  }

  /// The fingerprints that there are, none for a short abstract.
  var parts: some Sequence<UInt64> { (0..<Self.size).lazy.map { least[$0] }.prefix { $0 != Self.none } }

  func shared(with other: AbstractSketch) -> Int {
    parts.reduce(0) { $0 + (any(other.least .== SIMD4(repeating: $1)) ? 1 : 0) }
  }

  /// Spreads neighbouring sums (the finalizer of MurmurHash3).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }

  private static func keep(_ value: UInt64, _ least: inout SIMD4<UInt64>) {
    guard value < least[size - 1], !any(least .== SIMD4(repeating: value)) else { return }
    var place = size - 1
    while place > 0, least[place - 1] > value {
      least[place] = least[place - 1]
      place -= 1
    }
    least[place] = value
  }
}
