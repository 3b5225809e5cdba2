import Diagnostics
import Text

/// Reads tables of papers: values between commas, semicolons or tabs under a line of names (RFC 4180).
struct TableReader: EntryReader {
  private let lines: LineTable
  private(set) var making: RecordMaking

  init(file: String, lines: LineTable) {
    self.lines = lines
    making = RecordMaking(file: file, expectsAbstracts: false)
  }

  /// The byte that parts the values, where a line holds the names of a table of papers; nil where it does not.
  static func separator(of line: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard line.count < 4_096, let mark = [0x09, 0x2C, 0x3B].max(by: { a, b in count(a, line) < count(b, line) }),
      count(mark, line) > 0
    else { return nil }
    var rows = TableRows(line, separator: mark)
    guard let names = rows.next()?.values.map(TableColumns.key), names.allSatisfy({ $0.utf8.count < 40 }) else {
      return nil
    }
    return names.contains("title") && names.count(where: TableColumns.known.contains) >= 2 ? mark : nil
  }

  private static func count(_ byte: UInt8, _ line: UnsafeBufferPointer<UInt8>) -> Int { line.count { $0 == byte } }

  mutating func takeAll(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = lines.lines.first(where: { !$0.isEmpty }),
      let mark = Self.separator(of: UnsafeBufferPointer(rebasing: bytes[first]))
    else { return }
    var rows = TableRows(UnsafeBufferPointer(rebasing: bytes[first.lowerBound...]), separator: mark)
    guard let names = rows.next()?.values.map(TableColumns.key) else { return }
    while let row = rows.next() {
      let place = lines.place(of: first.lowerBound + row.offset)
      if row.values.allSatisfy(\.isEmpty) { continue }
      if let quote = row.unclosed {
        making.warn(
          "table.unclosed-quote", lines.place(of: first.lowerBound + quote), "a quotation mark that is never closed",
          action: "ended the value with its line", hint: "close it, or double the mark")
      }
      if row.values.count > names.count {
        making.warn(
          "table.many-values", place, "\(row.values.count) values under \(names.count) names",
          action: "passed over the values without a name", hint: "put values with separators in quotation marks")
      }
      add(zip(names, row.values).map { JSONValue.Member(key: $0, value: .string($1)) }, place)
    }
  }

  private mutating func add(_ members: [JSONValue.Member], _ place: (line: Int, column: Int)) {
    let value = JSONValue.object(members.filter { $0.value != .string("") })
    var paper = JSONSchema.own.paper(value)
    TableColumns.complete(&paper, value)
    let texts = (CleanText(paper.title), CleanText(paper.abstract))
    making.report(texts.0, at: place)
    making.report(texts.1, at: place)
    (paper.title, paper.abstract) = (texts.0.text, texts.1.text)
    making.add(paper, line: place.line, column: place.column)
  }
}
