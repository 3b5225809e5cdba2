/// Writes JSON into one byte buffer, without white space; commas and colons come by themselves.
///
/// The caller opens and closes what it opens; keys are written in the order given, so equal values give equal bytes.
public struct JSONWriter {
  public internal(set) var bytes: [UInt8] = []
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
}
