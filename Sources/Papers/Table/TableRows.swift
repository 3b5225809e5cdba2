/// The rows of a table whose values stand between separators, those with separators or line ends in quotation marks.
struct TableRows {
  struct Row {
    var values: [String] = []
    /// Where the row begins.
    var offset: Int
    /// A quotation mark that is never closed, so that its value ends with its line.
    var unclosed: Int?
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var at = 0

  /// Bytes that a value in quotation marks can have; one that goes on beyond lacks its end.
  private static let longest = 1 << 20

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  /// The next row; nil at the end.
  mutating func next() -> Row? {
    guard at < bytes.count else { return nil }
    var row = Row(offset: at)
    while true {
      row.values.append(value(&row))
      if at < bytes.count, bytes[at] == separator {
        at += 1
        continue
      }
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
      return row
    }
  }

  private mutating func value(_ row: inout Row) -> String {
    if at < bytes.count, bytes[at] == 0x22 {
      if let quoted = quoted() { return quoted }
      row.unclosed = at
    }
    let start = at
    while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// The value between two quotation marks, `""` for one; nil where the second one is missing.
  private mutating func quoted() -> String? {
    var text: [UInt8] = []
    var place = at + 1
    while place < min(bytes.count, at + Self.longest) {
      if bytes[place] != 0x22 {
        text.append(bytes[place])
        place += 1
      } else if place + 1 < bytes.count, bytes[place + 1] == 0x22 {
        text.append(0x22)
        place += 2
      } else {
        // A mark that closes nothing opens the value of a later row: this one lacks its end.
        guard place + 1 == bytes.count || [separator, 0x0A, 0x0D].contains(bytes[place + 1]) else { return nil }
        at = place + 1
        return String(decoding: text, as: UTF8.self)
      }
    }
    return nil
  }
}
