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
    appendDigits(value.magnitude)
  }

  private mutating func appendDigits(_ value: UInt) {
    var rest = value
    if rest >= 100_000_000 {
      appendDigits(rest / 100_000_000)
      rest %= 100_000_000
      var least: UInt = 10_000_000
      while least > rest, least > 1 {
        bytes.append(0x30)
        least /= 10
      }
    }
    // Up to eight digits, the first of them in the lowest byte.
    var digits: UInt64 = 0
    var count = 0
    repeat {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: digits >> UInt64(8 * place))) }
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
