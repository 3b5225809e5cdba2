import Text

/// The first lines of an HTTP request, as far as a server of plain files needs them.
struct RequestHead: Equatable {
  /// Why a request is refused before it is looked at.
  enum Fault: Error, Equatable {
    case malformed, long, longAddress, otherMethod
  }

  /// Bytes of a whole head beyond which it is refused.
  static let longest = 16_384
  /// Bytes of an address beyond which it is refused.
  static let longestAddress = 4_096

  /// Whether the body is to be left out of the answer.
  let isHead: Bool
  /// Path as it was sent, with its leading slash and without the question.
  let target: String
  /// Behind the question mark; empty where there is none.
  let query: String
  /// `Host` without its port, in lower case; empty where it is missing.
  let host: String

  /// Where the blank line that ends a head ends in `bytes`; nil where it has not come yet.
  static func end(in bytes: [UInt8]) -> Int? {
    var isEmpty = false
    for (at, byte) in bytes.enumerated() {
      if byte == 0x0A {
        if isEmpty { return at + 1 }
        isEmpty = true
      } else if byte != 0x0D {
        isEmpty = false
      }
    }
    return nil
  }

  /// Reads a head that is whole.
  init(_ bytes: [UInt8]) throws(Fault) {
    let lines = bytes.split(separator: 0x0A).map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
    }
    let words = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else { throw .malformed }
    guard words[0] == "GET" || words[0] == "HEAD" else { throw .otherMethod }
    guard words[1].utf8.count <= Self.longestAddress else { throw .longAddress }
    isHead = words[0] == "HEAD"
    let parts = words[1].prefix { $0 != "#" }.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    target = String(parts[0])
    query = parts.count > 1 ? String(parts[1]) : ""
    host = Self.host(lines.dropFirst())
  }

  private static func host(_ lines: ArraySlice<String>) -> String {
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "host" else { continue }
      let value = line[line.index(after: colon)...].filter { $0 != " " && $0 != "\t" }.lowercased()
      if value.hasPrefix("["), let end = value.firstIndex(of: "]") { return String(value[...end]) }
      return String(value.prefix { $0 != ":" })
    }
    return ""
  }

  /// The path below the site's root, decoded once; nil where it is no text.
  var path: String? {
    var decoded: [UInt8] = []
    var rest = target.utf8.dropFirst()
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        decoded.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(Self.digit), let low = rest.popFirst().flatMap(Self.digit) else {
        return nil
      }
      decoded.append(high << 4 | low)
    }
    return String(validating: decoded, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
