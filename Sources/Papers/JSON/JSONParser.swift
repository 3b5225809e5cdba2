/// Parses JSON (RFC 8259) out of bytes and tells the very byte where it breaks.
///
/// Foundation's decoder names no byte offset and gives up on a value as a whole; here a fault has a line and a column,
/// broken UTF-8 is replaced and counted, and nesting is limited so that no input can exhaust the stack.
struct JSONParser {
  /// What was expected where.
  struct Fault: Error, Equatable {
    /// Byte offset in the parsed bytes.
    var offset: Int
    var expected: String
  }

  /// Objects and arrays inside one another.
  static let deepest = 64

  let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the next byte to read.
  var offset: Int
  /// Offset of the first string with bytes that are no valid UTF-8.
  var broken: Int?
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The byte at `offset`, 0 at the end.
  var next: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  mutating func skipSpace() {
    while offset < bytes.count, bytes[offset].isSpace { offset += 1 }
  }

  /// The value that starts at `offset`, white space before it allowed.
  mutating func value() throws(Fault) -> JSONValue {
    skipSpace()
    switch next {
    case 0x7B: return try object()
    case 0x5B: return try array()
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: return try number()
    }
  }

  /// Goes past `byte`, white space before it allowed.
  private mutating func expect(_ byte: UInt8, _ name: String) throws(Fault) {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == byte else { throw Fault(offset: offset, expected: name) }
    offset += 1
  }

  private mutating func enter() throws(Fault) {
    depth += 1
    if depth > Self.deepest { throw Fault(offset: offset, expected: "at most \(Self.deepest) levels of nesting") }
    offset += 1
    skipSpace()
  }

  private mutating func object() throws(Fault) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    if next == 0x7D {
      offset += 1
      depth -= 1
      return .object(members)
    }
    while true {
      skipSpace()
      let key = try string()
      try expect(0x3A, "a colon after the name of a member")
      members.append(.init(key: key, value: try value()))
      skipSpace()
      if next == 0x2C {
        offset += 1
        continue
      }
      try expect(0x7D, "a comma or a closing brace")
      depth -= 1
      return .object(members)
    }
  }

  private mutating func array() throws(Fault) -> JSONValue {
    try enter()
    var values: [JSONValue] = []
    if next == 0x5D {
      offset += 1
      depth -= 1
      return .array(values)
    }
    while true {
      values.append(try value())
      skipSpace()
      if next == 0x2C {
        offset += 1
        continue
      }
      try expect(0x5D, "a comma or a closing bracket")
      depth -= 1
      return .array(values)
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
    let length = word.utf8CodeUnitCount
    guard offset + length <= bytes.count,
      bytes[offset..<offset + length].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: length))
    else { throw Fault(offset: offset, expected: "a value") }
    offset += length
    return value
  }

  private mutating func number() throws(Fault) -> JSONValue {
    let start = offset
    while offset < bytes.count, Self.isPartOfNumber(bytes[offset]) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      offset = start
      throw Fault(offset: start, expected: "a value")
    }
    return .number(number)
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2B || byte == 0x2E || byte | 0x20 == 0x65
  }
}
