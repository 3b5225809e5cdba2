/// A content word of a paper and how it is joined to the one before it, packed into eight bytes.
struct ContentWord: Sendable {
  /// From the lowest bit: 1 tells whether `of` follows, 3 are the joint's, 28 the stem's, 32 the word's.
  private var bits: UInt64

  private static let stemBits: UInt64 = 0xFFF_FFFF << 4
  private static let spellingBits: UInt64 = 0xFFFF_FFFF << 32 | 7 << 1

  init(word: Int32, joint: ContentStream.Joint, isBeforeOf: Bool) {
    bits = UInt64(UInt32(word)) << 32 | UInt64(joint.rawValue) << 1 | (isBeforeOf ? 1 : 0)
  }

  /// Index into the corpus's words.
  @inline(__always)
  var word: Int32 { Int32(truncatingIfNeeded: bits >> 32) }

  /// The word's stem, as the lexicon numbers them; 0 until it is set.
  @inline(__always)
  var stem: Int32 {
    get { Int32(truncatingIfNeeded: bits >> 4 & 0xFFF_FFFF) }
    set { bits = bits & ~Self.stemBits | UInt64(UInt32(newValue)) << 4 }
  }

  @inline(__always)
  var joint: ContentStream.Joint {
    ContentStream.Joint(rawValue: UInt8(truncatingIfNeeded: bits >> 1 & 7)) ?? .boundary
  }

  /// Whether `of` follows: the word is a head that waits for its complement.
  @inline(__always)
  var isBeforeOf: Bool { bits & 1 == 1 }

  /// True where word and joint are the same.
  @inline(__always)
  func isSpelled(like other: ContentWord) -> Bool { (bits ^ other.bits) & Self.spellingBits == 0 }
}
