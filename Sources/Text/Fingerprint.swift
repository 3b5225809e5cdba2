import CXXHash

/// A 128-bit xxh3 fingerprint of bytes: equal bytes, equal fingerprint, on every machine.
public struct Fingerprint: Sendable, Hashable, Comparable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  public init(_ bytes: UnsafeRawBufferPointer) {
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    high = hash.high64
    low = hash.low64
  }

  public init(_ bytes: [UInt8]) { self = bytes.withUnsafeBytes { Fingerprint($0) } }

  public init(_ text: String) {
    var copy = text
    self = copy.withUTF8 { Fingerprint(UnsafeRawBufferPointer($0)) }
  }

  /// 64 bits, for tables in memory.
  public static func short(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    XXH3_64bits(bytes.baseAddress, bytes.count)
  }

  /// 64 bits, for tables in memory.
  public static func short(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBufferPointer { short($0) } }

  /// A URN that stays the same for the same content: a UUID of version 8 with the fingerprint's digits.
  public var urn: String {
    // RFC 9562: the version is the 13th digit, the variant lies in the two highest bits of the 17th.
    let uuid = Fingerprint(high: high & ~0xF000 | 0x8000, low: low & ~(3 << 62) | 2 << 62)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digits in
      _ = uuid.write(to: digits)
      return String(unsafeUninitializedCapacity: 45) { urn in
        var end = 0
        func append(_ byte: UInt8) {
          urn[end] = byte
          end += 1
        }
        for byte in "urn:uuid:".utf8 { append(byte) }
        for place in 0..<32 {
          if place == 8 || place == 12 || place == 16 || place == 20 { append(0x2D) }
          append(digits[place])
        }
        return end
      }
    }
  }

  /// 32 hexadecimal digits.
  public var hex: String { String(unsafeUninitializedCapacity: 32) { write(to: $0) } }

  /// Appends the 32 hexadecimal digits.
  public func appendHex(to output: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digits in
      _ = write(to: digits)
      output.append(contentsOf: UnsafeBufferPointer(digits))
    }
  }

  /// Reads what ``hex`` writes; nil where it is anything else.
  public init?(hex: some Collection<UInt8>) {
    guard hex.count == 32 else { return nil }
    var halves: (high: UInt64, low: UInt64) = (0, 0)
    for byte in hex {
      let digit: UInt8 = byte &- 0x30 < 10 ? byte &- 0x30 : byte &- 0x57
      guard digit < 10 || byte >= 0x61 && byte <= 0x66 else { return nil }
      halves = (halves.high << 4 | halves.low >> 60, halves.low << 4 | UInt64(digit))
    }
    self = Fingerprint(high: halves.high, low: halves.low)
  }

  public static func < (a: Fingerprint, b: Fingerprint) -> Bool { (a.high, a.low) < (b.high, b.low) }

  private func write(to digits: UnsafeMutableBufferPointer<UInt8>) -> Int {
    for place in 0..<32 {
      let half = place < 16 ? high : low
      let digit = UInt8(truncatingIfNeeded: half >> UInt64(60 - place % 16 * 4)) & 15
      digits[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
    }
    return 32
  }
}
