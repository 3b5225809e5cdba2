import Text

/// Short content identifier of a paper: ten letters and digits drawn from its normalised title.
///
/// It is the same in every edition as long as the title is, whatever the order or number of the dumps.
public struct PaperID: Sendable, Hashable, Comparable {
  public let value: String

  public init(_ value: String) { self.value = value }

  /// The identifier drawn from a normalised title: 50 bits of its fingerprint, in the 32 digits and letters that are
  /// not mistaken for one another (Crockford).
  init(drawnFrom key: Fingerprint) {
    var number = Self.number(of: key)
    value = String(unsafeUninitializedCapacity: 10) { digits in
      for place in 0..<10 {
        digits[place] = Self.alphabet[Int(number & 31)]
        number >>= 5
      }
      return 10
    }
  }

  /// The 50 bits of a fingerprint that its identifier is drawn from.
  static func number(of key: Fingerprint) -> UInt64 { key.low & (1 << 50 - 1) }

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  public static func < (a: PaperID, b: PaperID) -> Bool { a.value < b.value }
}
