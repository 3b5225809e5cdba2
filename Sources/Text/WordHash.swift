/// Fingerprints of short words for tables in memory, 64 bits.
public enum WordHash {
  /// Eight bytes at a time, the last ones of them again where the length is no multiple of eight, each spread by a
  /// multiplication (by the golden ratio, Knuth 1973). Words of up to eight bytes never share a fingerprint with others
  /// of their length.
  @inlinable
  public static func of(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(word)
    var hash = UInt64(bytes.count)
    switch bytes.count {
    case 0..<4: spread(bytes.reduce(0) { $0 << 8 | UInt64($1) }, &hash)
    case 4..<8:
      let head = UInt64(bytes.loadUnaligned(as: UInt32.self))
      spread(head << 32 | UInt64(bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)), &hash)
    default:
      for at in stride(from: 0, to: bytes.count - 8, by: 8) {
        spread(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self), &hash)
      }
      spread(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self), &hash)
    }
    return hash
  }

  @inlinable
  static func spread(_ octet: UInt64, _ hash: inout UInt64) {
    hash = (hash ^ octet) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
  }
}
