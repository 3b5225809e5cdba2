/// Parses JSON (RFC 8259) out of bytes and tells the very byte where it breaks.
///
/// Foundation's decoder names no byte offset and gives up on a value as a whole; here a fault has a line and a column,
/// broken UTF-8 is replaced and counted, and nesting is limited so that no input can exhaust the stack.
///
/// A value is read whole (`value()`), or member by member and element by element where the place of each matters.
public struct JSONParser {
  /// What was expected where.
  public struct Fault: Error, Equatable {
    /// Byte offset in the parsed bytes.
    public var offset: Int
    public var expected: String

    public init(offset: Int, expected: String) {
      self.offset = offset
      self.expected = expected
    }
  }

  /// Objects and arrays inside one another.
  public static let deepest = 64

  public let bytes: UnsafeBufferPointer<UInt8>
  /// Offset of the next byte to read.
  public internal(set) var offset: Int
  /// Offset of the first string with bytes that are no valid UTF-8.
  public internal(set) var broken: Int?
  private var depth = 0

  public init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The byte at `offset`, 0 at the end.
  public var next: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// Goes past white space.
  public mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] &- 0x09 < 5 { offset += 1 }
  }

  /// The value that starts at `offset`, white space before it allowed.
  public mutating func value() throws(Fault) -> JSONValue {
    skipSpace()
    switch next {
    case 0x7B:
      var members: [JSONValue.Member] = []
      try self.members { (parser, key, _) throws(Fault) in
        members.append(.init(key: key, value: try parser.value()))
      }
      return .object(members)
    case 0x5B:
      var values: [JSONValue] = []
      try elements { (parser) throws(Fault) in values.append(try parser.value()) }
      return .array(values)
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: return try number()
    }
  }

  /// Reads the object at `offset`, white space before it allowed.
  /// - Parameter body: Given the name of each member and the offset where it starts; must read the member's value.
  public mutating func members(
    _ body: (inout JSONParser, _ name: String, _ place: Int) throws(Fault) -> Void
  ) throws(Fault) {
    try enter(0x7B, "an object")
    if next != 0x7D {
      repeat {
        skipSpace()
        let place = offset
        let name = try string()
        try expect(0x3A, "a colon after the name of a member")
        try body(&self, name, place)
      } while passComma()
    }
    try expect(0x7D, "a comma or a closing brace")
    depth -= 1
  }

  /// Reads the array at `offset`, white space before it allowed.
  /// - Parameter body: Called before each element, which it must read.
  public mutating func elements(_ body: (inout JSONParser) throws(Fault) -> Void) throws(Fault) {
    try enter(0x5B, "a list")
    if next != 0x5D { repeat { try body(&self) } while passComma() }
    try expect(0x5D, "a comma or a closing bracket")
    depth -= 1
  }
}

extension JSONParser {
  /// Goes past `byte`, white space before it allowed.
  private mutating func expect(_ byte: UInt8, _ name: String) throws(Fault) {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == byte else { throw Fault(offset: offset, expected: name) }
    offset += 1
  }

  private mutating func enter(_ byte: UInt8, _ name: String) throws(Fault) {
    skipSpace()
    guard next == byte else { throw Fault(offset: offset, expected: name) }
    depth += 1
    if depth > Self.deepest { throw Fault(offset: offset, expected: "at most \(Self.deepest) levels of nesting") }
    offset += 1
    skipSpace()
  }

  private mutating func passComma() -> Bool {
    skipSpace()
    guard next == 0x2C else { return false }
    offset += 1
    return true
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
