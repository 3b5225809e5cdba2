import Text

/// Finds the web addresses of a text.
public enum Links {
  /// Addresses in order: those with a scheme, those that begin with `www.`, and bare ones of well-known hosts.
  ///
  /// Punctuation that ends the sentence rather than the address is left out.
  public static func find(in text: String) -> [Link] {
    var copy = text
    return copy.withUTF8 { bytes in
      var links: [Link] = []
      var at = 0
      while let sign = sign(bytes, at) {
        var start = sign
        while start > at, isHostByte(bytes[start - 1]) { start -= 1 }
        at = start
        guard startsWord(bytes, at), let length = prefix(bytes, at) else {
          at = hostEnd(bytes, sign + 1)
          continue
        }
        let end = trimmed(bytes, at, addressEnd(bytes, at))
        if end > at + length {
          links.append(link(bytes, at..<end))
          at = end
        } else {
          at += length
        }
      }
      return links
    }
  }

  private static func link(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Link {
    let address = String(decoding: bytes[range], as: UTF8.self)
    let hasScheme = address.lowercased().hasPrefix("http://") || address.lowercased().hasPrefix("https://")
    let url = hasScheme ? address : "https://" + address
    return Link(range: range, url: url, kind: LinkHosts.kind(of: url))
  }

  /// First byte at or behind `start` that no host has.
  @inline(__always)
  private static func hostEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < bytes.count, isHostByte(bytes[end]) { end += 1 }
    return end
  }

  /// The first sign of an address at or behind `start`: the colon of a scheme, or a dot inside a host.
  private static func sign(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    for at in start..<max(start, bytes.count - 1) {
      if bytes[at] == 0x2E, isHostByte(bytes[at + 1]) { return at }
      if bytes[at] == 0x3A, bytes[at + 1] == 0x2F { return at }
    }
    return nil
  }

  private static func startsWord(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at > 0 else { return true }
    let before = bytes[at - 1]
    return !(before &- 0x30 < 10 || before | 0x20 &- 0x61 < 26 || before == 0x2E || before == 0x2D || before == 0x2F)
  }

  /// Bytes of the beginning by which an address is known at `at`.
  private static func prefix(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    let first = bytes[at] | 0x20
    guard first == 0x68 || first == 0x77 || first &- 0x61 < 26 else { return nil }
    for start in ["https://", "http://", "www."] where matches(bytes, at, start) { return start.utf8.count }
    for host in LinkHosts.bare where matches(bytes, at, host) { return host.utf8.count }
    return pagesHost(bytes, at)
  }

  /// A bare host of personal pages: `name.github.io`.
  private static func pagesHost(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    var end = hostEnd(bytes, at)
    while end > at, bytes[end - 1] == 0x2E { end -= 1 }
    guard end - at > suffix.count, bytes[end - suffix.count..<end].elementsEqual(suffix) else { return nil }
    return end - at - 1
  }

  private static let suffix = Array(".github.io".utf8)

  @inline(__always)
  private static func isHostByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte | 0x20 &- 0x61 < 26 || byte == 0x2E || byte == 0x2D
  }

  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ word: String) -> Bool {
    guard at + word.utf8.count <= bytes.count else { return false }
    var offset = at
    for byte in word.utf8 {
      let folded = bytes[offset].asciiLowercased
      if folded != byte { return false }
      offset += 1
    }
    return true
  }

  /// First byte that no address has: white space, quotes, angle brackets, controls, anything but ASCII.
  private static func addressEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x7F...0xFF: return end
      default: end += 1
      }
    }
    return end
  }

  /// Without punctuation at the end, and without a closing bracket that was opened before the address.
  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start {
      switch bytes[end - 1] {
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A, 0x24: end -= 1
      case 0x29 where isUnmatched(bytes[start..<end], 0x28, 0x29): end -= 1
      case 0x5D where isUnmatched(bytes[start..<end], 0x5B, 0x5D): end -= 1
      default: return end
      }
    }
    return end
  }

  private static func isUnmatched(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ open: UInt8, _ close: UInt8
  ) -> Bool {
    bytes.reduce(0) { $0 + ($1 == close ? 1 : 0) - ($1 == open ? 1 : 0) } > 0
  }
}
