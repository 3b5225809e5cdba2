/// A reader that goes through the whole text of a file once, from entry to entry.
protocol EntryReader {
  init(file: String, lines: LineTable)

  /// What was made so far.
  var making: RecordMaking { get }

  /// Goes through the text, of which `lines` are the lines.
  mutating func takeAll(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension EntryReader {
  /// All entries of a file.
  static func read(_ bytes: [UInt8], file: String, lines: LineTable) -> Reading {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = Self(file: file, lines: lines)
      reader.takeAll(bytes)
      return reader.making.reading
    }
  }
}
