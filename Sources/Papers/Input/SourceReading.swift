import Diagnostics
import Parallel

/// Reads one source with the reader of its format: JSON Lines window by window, every other format as a whole.
struct SourceReading {
  let source: InputSource
  let slices: Slices
  /// Bytes of a file that are read at a time where the format allows it.
  var window = 8 << 20
  /// Bytes of one line beyond which it is passed over.
  var longestLine = Limits.line

  /// Reads the source and hands over what was read, in the order of the file.
  /// - Returns: The format that was recognised.
  func read(_ take: (Reading) -> Void) throws(Failure) -> InputFormat {
    if source.size > window {
      let head = try source.read(0..<window)
      if !Unpacking.isWrapped(head), Self.format(head) == .jsonLines, head.contains(0x0A) {
        try readLines(take)
        return .jsonLines
      }
      guard source.size <= Limits.wholeFile else { throw Failure(tooLarge) }
    }
    return readWhole(InputFile(name: source.name, bytes: try source.read(0..<source.size)), take)
  }

  private static func format(_ bytes: [UInt8]) -> InputFormat {
    InputFormat.of(bytes, bytes.withUnsafeBufferPointer { LineTable($0) })
  }

  private var tooLarge: Diagnostic {
    Diagnostic(
      "input.too-large", .error, at: SourcePosition(file: source.name),
      "The file has \(source.size) bytes, and of its format at most \(Limits.wholeFile) can be read.",
      action: "Nothing was read.", hint: "Cut it into several files, or write it as JSON Lines.")
  }

  private func readWhole(_ file: InputFile, _ take: (Reading) -> Void) -> InputFormat {
    let (bytes, notes) = Unpacking.unpack(file)
    let lines = bytes.withUnsafeBufferPointer { LineTable($0) }
    let format = InputFormat.of(bytes, lines)
    if !notes.isEmpty { take(Reading(diagnostics: notes)) }
    if bytes.isEmpty { return format }
    switch format {
    case .markdownList: take(MarkdownListReader.read(bytes, file: file.name, lines: lines))
    case .table: take(TableReader.read(bytes, file: file.name, lines: lines))
    case .textDump: take(TextDumpReader.read(bytes, file: file.name, lines: lines, slices: slices))
    case .jsonLines: take(JSONReader.readLines(bytes, file: file.name, lines: lines, slices: slices))
    case .json: take(JSONReader.readValues(bytes, file: file.name, lines: lines))
    case .ris, .pubMed, .webOfScience, .endNote:
      take(TaggedReader.read(bytes, file: file.name, lines: lines))
    case .atom: take(AtomReader.read(bytes, file: file.name, lines: lines))
    case .bibTeX: take(BibTeXReader.read(bytes, file: file.name, lines: lines))
    }
    return format
  }
}

extension SourceReading {
  /// JSON Lines, whole lines of one window after another; a line that is cut by its end waits for the next one.
  private func readLines(_ take: (Reading) -> Void) throws(Failure) {
    var rest: [UInt8] = []
    var at = 0
    var (line, rank) = (0, 0)
    /// First line of an entry that is being passed over; nil where none is.
    var endless: Int?
    while at < source.size {
      let end = min(source.size, at + window)
      var bytes = rest + (try source.read(at..<end))
      if at == 0, bytes.starts(with: Unpacking.byteOrderMark) {
        bytes.removeFirst(Unpacking.byteOrderMark.count)
        take(Reading(diagnostics: [Unpacking.markNote(source.name)]))
      }
      at = end
      var cut = at == source.size ? bytes.count : bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      if let first = endless, let feed = bytes.firstIndex(of: 0x0A) ?? (at == source.size ? bytes.count - 1 : nil) {
        bytes.removeSubrange(...feed)
        cut = max(0, cut - feed - 1)
        (endless, line, rank) = (nil, first, rank + 1)
        take(tooLong(line: first))
      }
      if endless == nil, cut > 0 {
        let whole = Array(bytes[..<cut])
        let lines = whole.withUnsafeBufferPointer { LineTable($0, endedBy: 0x0A) }
        let reading = JSONReader.readLines(
          whole, file: source.name, lines: lines, slices: slices, after: (line: line, rank: rank))
        line += lines.count
        rank += reading.records.count + reading.dropped
        take(reading)
      }
      rest = endless == nil ? Array(bytes[cut...]) : []
      if rest.count > longestLine {
        (endless, rest) = (line + 1, [])
      }
    }
    if let endless { take(tooLong(line: endless)) }
  }

  private func tooLong(line: Int) -> Reading {
    var making = RecordMaking(file: source.name)
    making.drop(
      "json.long-line", at: SourcePosition(file: source.name, line: line, column: 1),
      "a line of more than \(longestLine) bytes, which is no paper", hint: "look for a line end that is missing")
    return making.reading
  }
}
