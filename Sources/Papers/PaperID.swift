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
    var bits = key.low
    var digits: [UInt8] = []
    for _ in 0..<10 {
      digits.append(Self.alphabet[Int(bits & 31)])
      bits >>= 5
    }
    value = String(decoding: digits, as: UTF8.self)
  }

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  public static func < (a: PaperID, b: PaperID) -> Bool { a.value < b.value }
}
