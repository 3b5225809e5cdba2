import Diagnostics
import Parallel
import Testing

@testable import Papers

/// JSON Lines read window by window come out as if they were read at once.
@Suite struct StreamingTests {
  private let lines = (1...40).map { #"{"id": "k\#($0)", "title": "Paper number \#($0)", "abstract": "It is short."}"# }

  private func read(_ text: String, window: Int) throws -> (format: InputFormat, reading: Reading) {
    let source = InputSource(InputFile(name: "a.jsonl", text: text))
    var whole = Reading()
    let reading = SourceReading(source: source, slices: Slices(threads: 1), window: window, longestLine: 2_000)
    let format = try reading.read { whole.append($0) }
    return (format, whole)
  }

  @Test(arguments: [100, 101, 150, 997, 3_000])
  func windowsChangeNothing(_ window: Int) throws {
    var broken = lines
    broken[7] = #"{"title": "Cut"#
    broken.insert("", at: 20)
    let text = broken.joined(separator: "\r\n")
    let (format, reading) = try read(text, window: window)
    let (_, whole) = try read(text, window: 1 << 20)
    #expect(format == .jsonLines)
    #expect(reading.records == whole.records)
    #expect(reading.diagnostics == whole.diagnostics)
    #expect(reading.records.count == 39 && reading.dropped == 1)
    #expect(reading.diagnostics.first?.position?.line == 8)
  }

  @Test func aMarkAtTheStartIsPassedOver() throws {
    let (_, reading) = try read("\u{FEFF}" + lines.joined(separator: "\n"), window: 200)
    #expect(reading.records.count == 40)
    #expect(reading.diagnostics.map(\.id) == ["input.byte-order-mark"])
  }

  @Test func anEndlessLineIsOneDroppedEntry() throws {
    let endless = "{\"title\": \"" + String(repeating: "a", count: 5_000)
    let text = (lines[..<3] + [endless] + lines[3...]).joined(separator: "\n")
    let (_, reading) = try read(text, window: 300)
    #expect(reading.records.map(\.title) == (1...40).map { "Paper number \($0)" })
    #expect(reading.diagnostics.map(\.id) == ["json.long-line"])
    #expect(reading.diagnostics.first?.position?.line == 4)
    #expect(reading.records.map(\.rank) == Array(1...3) + Array(5...41))
  }

  @Test func aFileThatShrinksIsAnError() {
    let source = InputSource(name: "a.txt", size: 10) { _ throws(Failure) in
      throw Failure(Diagnostic("file.read", .error, "It shrank."))
    }
    #expect(throws: Failure.self) { try Library.gather([source], threads: 1) }
  }
}
