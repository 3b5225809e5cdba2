import Diagnostics

extension TextDumpReader {
  /// The lines that tell of papers; blank ones and the chrome of the page are passed over and noted.
  func textLines() -> (lines: [TextLine], notes: [Diagnostic]) {
    bytes.withUnsafeBufferPointer { bytes in
      var sorting = Sorting(file: file)
      for number in 0..<lines.count { sorting.take(trimmed(lines[number], bytes), number + 1, bytes) }
      return (sorting.found, sorting.notes())
    }
  }

  /// A line without the white space at its ends, empty where it has nothing but control characters.
  private func trimmed(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, bytes[start].isSpace { start += 1 }
    while start < end, bytes[end - 1].isSpace { end -= 1 }
    return bytes[start..<end].allSatisfy { $0 <= 0x20 } ? start..<start : start..<end
  }

  /// Sorts lines into text, chrome and emptiness.
  private struct Sorting {
    let file: String
    var found: [TextLine] = []
    private var chrome: [Int] = []
    private var blanks: [Int] = []
    private var glued = 0
    private var afterBlank = false

    init(file: String) { self.file = file }

    mutating func take(_ range: Range<Int>, _ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
      guard !range.isEmpty else {
        blanks.append(number)
        afterBlank = true
        return
      }
      let line = UnsafeBufferPointer(rebasing: bytes[range])
      if PageChrome.isChrome(line, beforePapers: found.isEmpty) {
        chrome.append(number)
        return
      }
      if found.isEmpty { glued = PageChrome.gluedLabel(line, afterChrome: !chrome.isEmpty) }
      let start = range.lowerBound + (found.isEmpty ? glued : 0)
      found.append(TextLine(range: start..<range.upperBound, number: number, afterBlank: afterBlank && !found.isEmpty))
      afterBlank = false
    }

    func notes() -> [Diagnostic] {
      var notes: [Diagnostic] = []
      if let first = chrome.first {
        notes.append(
          note(
            "dump.page-chrome", first, "\(counted(chrome.count, "line")) of the page around the papers",
            "passed over them"))
      }
      if glued > 0, let first = found.first {
        notes.append(
          note(
            "dump.glued-button", first.number, "a button's label, “Subscribe”, glued to the first title", "took it off")
        )
      }
      if let first = blanks.first {
        notes.append(note("dump.blank-lines", first, "\(counted(blanks.count, "blank line"))", "passed over them"))
      }
      if found.isEmpty {
        var empty = note("dump.no-papers", 1, "no title and no abstract in this file", "read nothing from it")
        empty.severity = .warning
        notes.append(empty)
      }
      return notes
    }

    private func note(_ id: String, _ line: Int, _ summary: String, _ action: String) -> Diagnostic {
      Diagnostic(id, .note, at: SourcePosition(file: file, line: line, column: 1), summary, action: action)
    }
  }
}

extension UInt8 {
  /// White space of ASCII: blank, tab, line ends, vertical tab, form feed.
  var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
}
