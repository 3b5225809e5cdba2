import Diagnostics
import Parallel
import Text

/// Reads papers out of JSON: one object a line, or values one after another, in a list or an envelope.
struct JSONReader {
  let bytes: [UInt8]
  let file: String
  let lines: LineTable
  /// Lines of the file before `bytes`.
  var linesBefore = 0

  /// Papers a line, each line on its own: one that is broken harms no other.
  /// - Parameter before: Lines of the file before these bytes, and the entries in them.
  static func readLines(
    _ bytes: [UInt8], file: String, lines: LineTable, slices: Slices, after before: (line: Int, rank: Int) = (0, 0)
  ) -> Reading {
    let reader = JSONReader(bytes: bytes, file: file, lines: lines, linesBefore: before.line)
    let filled = bytes.withUnsafeBufferPointer { bytes in
      (0..<lines.count).filter { !bytes[lines[$0]].allSatisfy(\.isSpace) }
    }
    let readings = slices.map(filled.count, sliceSize: 128) { range in
      var making = RecordMaking(file: file, firstRank: before.rank + range.lowerBound + 1)
      for line in filled[range] { reader.readLine(line, &making) }
      return making.reading
    }
    return readings.reduce(into: Reading()) { $0.append($1) }
  }

  private func readLine(_ line: Int, _ making: inout RecordMaking) {
    bytes.withUnsafeBufferPointer { bytes in
      let range = lines[line]
      let number = linesBefore + line + 1
      let text = UnsafeBufferPointer(rebasing: bytes[range])
      var parser = JSONParser(text)
      do throws(JSONParser.Fault) {
        let value = try parser.value()
        parser.skipSpace()
        guard parser.offset == text.count else {
          throw JSONParser.Fault(offset: parser.offset, expected: "the end of the line")
        }
        add(value, at: (number, 1), broken: parser.broken, &making)
      } catch {
        drop(error, (number, error.offset + 1), &making)
      }
    }
  }

  func drop(_ fault: JSONParser.Fault, _ place: (line: Int, column: Int), _ making: inout RecordMaking) {
    making.drop(
      "json.malformed", at: SourcePosition(file: file, line: place.line, column: place.column),
      "no JSON here: expected \(fault.expected)", hint: "write each paper as one object of JSON on one line")
  }

  /// Adds the paper of one object.
  func add(
    _ value: JSONValue, at place: (line: Int, column: Int), broken: Int?, _ making: inout RecordMaking
  ) {
    guard value.isObject else {
      making.drop(
        "json.no-object", at: SourcePosition(file: file, line: place.line, column: place.column),
        "a value of JSON that is no object", hint: "write each paper as an object: {\"title\": …, \"abstract\": …}")
      return
    }
    if let inner = Self.envelope(value) {
      for element in inner { add(element, at: place, broken: nil, &making) }
      return
    }
    if let broken {
      making.warn(
        "text.broken-utf8", (place.line, place.column + broken), "bytes that no UTF-8 text has",
        action: "put U+FFFD in their place", hint: "save the file as UTF-8")
    }
    var paper = JSONSchema.of(value).paper(value)
    paper.title = clean(paper.title, place, &making)
    paper.abstract = clean(paper.abstract, place, &making)
    making.add(paper, line: place.line, column: place.column)
  }

  private func clean(_ text: String, _ place: (line: Int, column: Int), _ making: inout RecordMaking) -> String {
    let cleaned = CleanText(text)
    making.report(cleaned, at: place)
    return cleaned.text
  }
}
