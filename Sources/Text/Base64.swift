/// Base64 (RFC 4648, section 4).
public enum Base64 {
  /// The bytes in the standard alphabet, padded, without line breaks.
  public static func text(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    for at in stride(from: 0, to: bytes.count, by: 3) {
      let rest = bytes.count - at
      let group =
        Int(bytes[at]) << 16 | (rest > 1 ? Int(bytes[at + 1]) << 8 : 0) | (rest > 2 ? Int(bytes[at + 2]) : 0)
      for place in 0..<4 {
        output.append(place <= rest ? alphabet[group >> (18 - 6 * place) & 63] : 0x3D)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
