/// Writes JSON into one byte buffer, without white space; commas and colons come by themselves.
///
/// The caller opens and closes what it opens; keys are written in the order given, so equal values give equal bytes.
public struct JSONWriter {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  public mutating func beginObject() { open(0x7B) }
  public mutating func endObject() { close(0x7D) }
  public mutating func beginArray() { open(0x5B) }
  public mutating func endArray() { close(0x5D) }

  /// A key of the open object; its value has to follow.
  public mutating func key(_ name: String) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
  }

  /// A string, with quotes, backslashes, controls and the two line separators of JavaScript escaped.
  public mutating func string(_ text: String) {
    var copy = text
    copy.withUTF8 { string($0) }
  }

  /// The same for a text in UTF-8.
  public mutating func string(_ text: [UInt8]) { text.withUnsafeBufferPointer { string($0) } }

  private mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(0x22)
    escape(text)
    bytes.append(0x22)
  }

  public mutating func integer(_ value: Int) {
    separate()
    appendDigits(value)
  }

  /// Whole numbers one after another, elements of an open array.
  public mutating func integers(_ values: [Int]) {
    let room = 512
    // A comma, a sign and twenty digits, which are written eight bytes at a time.
    let longest = 32
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { digits in
      var end = 0
      for value in values {
        if end + longest > room {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[..<end]))
          end = 0
        }
        if needsComma {
          digits[end] = 0x2C
          end += 1
        }
        needsComma = true
        if value < 0 {
          digits[end] = 0x2D
          end += 1
        }
        end = Self.write(value.magnitude, to: digits, at: end)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[..<end]))
    }
  }

  /// A number with at most `places` decimals, trailing zeros cut; what is not finite becomes `null`.
  public mutating func decimal(_ value: Double, places: Int = 3) {
    separate()
    guard value.isFinite, abs(value) < 1e12 else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    if scaled < 0 { bytes.append(0x2D) }
    let whole = abs(scaled) / scale
    var rest = abs(scaled) % scale
    appendDigits(whole)
    guard rest > 0 else { return }
    bytes.append(0x2E)
    while rest > 0 {
      scale /= 10
      bytes.append(0x30 + UInt8(rest / scale))
      rest %= scale
    }
  }

  public mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// A value that is JSON already, written as it is.
  public mutating func json(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
  }

  /// What stands between the braces of `object`, an object with members that is JSON already.
  public mutating func members(of object: UnsafeBufferPointer<UInt8>) {
    guard object.count > 2 else { return }
    separate()
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: object[1..<object.count - 1]))
  }

  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// A line feed before the next key or value of what is open, for files that people read and compare.
  public mutating func nextLine() {
    if needsComma { bytes.append(0x2C) }
    bytes.append(0x0A)
    needsComma = false
  }

  /// A line feed between two values, for JSON Lines and for files that people read.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }
}

extension JSONWriter {
  /// A key with a string value.
  public mutating func field(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// A key with an integer value.
  public mutating func field(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  /// A key with a string value, left out where there is none.
  public mutating func field(_ name: String, optional value: String?) {
    if let value { field(name, value) }
  }

  /// A key with an array of strings, left out where it is empty.
  public mutating func field(_ name: String, list values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    beginArray()
    for value in values { string(value) }
    endArray()
  }
}

extension JSONWriter {
  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  private mutating func appendDigits(_ value: Int) {
    if value < 0 { bytes.append(0x2D) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digits in
      let end = Self.write(value.magnitude, to: digits, at: 0)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[..<end]))
    }
  }

  /// Writes the digits of `value` from `start` on, eight bytes at a time, and returns where they end.
  @inline(__always)
  private static func write(_ value: UInt, to output: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
    if value < 100_000_000 { return write(value, least: 1, to: output, at: start) }
    let head = value / 100_000_000
    let end =
      head < 100_000_000
      ? write(head, least: 1, to: output, at: start)
      : write(
        head % 100_000_000, least: 8, to: output, at: write(head / 100_000_000, least: 1, to: output, at: start))
    return write(value % 100_000_000, least: 8, to: output, at: end)
  }

  /// The same for a number of eight digits at most, with `least` digits or more.
  @inline(__always)
  private static func write(
    _ value: UInt, least: Int, to output: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    var rest = value
    // The first digit in the lowest byte.
    var digits: UInt64 = 0
    var count = 0
    repeat {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      count += 1
    } while rest > 0 || count < least
    UnsafeMutableRawBufferPointer(output).storeBytes(of: digits.littleEndian, toByteOffset: start, as: UInt64.self)
    return start + count
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var from = 0
    var at = Self.skip(text, from: 0)
    while at < text.count {
      let byte = text[at]
      if byte == 0xE2, at + 2 >= text.count || text[at + 1] != 0x80 || (text[at + 2] & 0xFE) != 0xA8 {
        at = Self.skip(text, from: at + 1)
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<at]))
      from = at + 1
      switch byte {
      case 0x22, 0x5C:
        bytes.append(0x5C)
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
      case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
      case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
      case 0xE2:
        bytes.append(contentsOf: (text[at + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        from = at + 3
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
      at = Self.skip(text, from: from)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[from...]))
  }

  /// The first place at or behind `start` that may need an escape.
  @inline(__always)
  private static func skip(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while true {
      at = Octets.skip(text, from: at) {
        Octets.haveControlOrHigh($0) | Octets.have(0x22, $0) | Octets.have(0x5C, $0) | Octets.have(0x7F, $0)
      }
      let end = min(at + 8, text.count)
      while at < end, !mayNeedEscape(text[at]) { at += 1 }
      if at < end || at >= text.count { return at }
    }
  }

  /// Whether a byte is a control, a quote or a backslash, or may begin one of JavaScript's line separators.
  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2
  }
}
