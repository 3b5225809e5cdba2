import CZlib
import Diagnostics
import Testing

@testable import Papers

/// Files that are not plain UTF-8, and files that are no text at all.
@Suite struct WrappedFilesTests {
  private static func read(_ bytes: [UInt8]) -> (library: Library, diagnostics: [Diagnostic]) {
    Library.gather(
      [InputFile(name: "a.txt", bytes: bytes), InputFile(name: "b.txt", text: "Title\nText.")], threads: 1)
  }

  @Test func windows1252IsReadAsSuch() {
    let bytes =
      Array("@article{a, title={Caf".utf8) + [0xE9, 0x20, 0x96, 0x20] + Array("na".utf8) + [0xEF]
      + Array("ve ".utf8) + [0x93] + Array("x".utf8) + [0x94] + Array("}, author={M".utf8) + [0xFC]
      + Array("ller, J.}}\n".utf8)
    let (library, diagnostics) = Self.read(bytes)
    #expect(library.papers[0].title == "Café – naïve “x”")
    #expect(library.papers[0].details.authors.map(\.family) == ["Müller"])
    #expect(diagnostics.faults == ["input.windows-1252@0"])
  }

  @Test(
    arguments: [[0xFF], [0xC3], [0xC3, 0x28], [0xE2, 0x28, 0xA1], [0xF0, 0x9F], [0x81], [0x80, 0x80, 0xC0]] as [[UInt8]]
  )
  func brokenUTF8IsNoWindows1252(_ broken: [UInt8]) {
    let (library, diagnostics) = Self.read(Array("Title ".utf8) + broken + Array(" here\nText.\n".utf8))
    #expect(library.papers[0].title.contains("\u{FFFD}"))
    #expect(diagnostics.faults.allSatisfy { $0.hasPrefix("text.broken-utf8") })
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsReadWithAndWithoutItsMark(_ isBig: Bool, _ isMarked: Bool) {
    let text = Sample.lines.joined(separator: "\n") + "\nÜber\nÉ."
    let units = (isMarked ? [0xFEFF] : []) + Array(text.utf16)
    let bytes = units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let (library, diagnostics) = Self.read(bytes)
    #expect(library.papers.prefix(6).map(\.title) == Sample.titles + ["Über"])
    #expect(diagnostics.faults == ["input.utf-16@0"])
  }

  @Test func gzipIsUnpacked() {
    let packed = Self.gzip(Array(Sample.lines.joined(separator: "\n").utf8))
    let (library, diagnostics) = Self.read(packed)
    #expect(library.papers.prefix(5).map(\.title) == Sample.titles)
    #expect(diagnostics.faults.isEmpty)
    let twice = Self.read(packed + Self.gzip(Array("\nMore\nText of more.".utf8))).library
    #expect(twice.papers.contains { $0.title == "More" })
  }

  @Test func whatIsPackedTwiceIsRefused() {
    let tar = Array("list.txt".utf8) + [UInt8](repeating: 0x20, count: 249) + Array("ustar".utf8)
    let lines = Array(Sample.lines.joined(separator: "\n").utf8)
    for inner in [Self.gzip(lines), tar + [UInt8](repeating: 0x20, count: 300) + lines] {
      let (library, diagnostics) = Self.read(Self.gzip(inner))
      #expect(library.papers.count == 1)
      #expect(diagnostics.faults == ["input.foreign@0"])
    }
  }

  @Test func damagedGzipKeepsWhatCouldBeUnpacked() {
    let many = (0..<400).map {
      "Paper number \($0) of a list\nWe show a thing of number \($0 * 7919 % 1000). It works.\n"
    }.joined()
    let packed = Self.gzip(Array(many.utf8))
    let (library, diagnostics) = Self.read(Array(packed[..<(packed.count / 2)]))
    #expect(library.papers.count > 50)
    #expect(diagnostics.faults.contains("input.gzip@0"))
  }

  @Test(arguments: [
    Array("%PDF-1.7\n".utf8) + Array(0...255), Array("PK\u{3}\u{4}".utf8) + Array(0...255),
    Array("<!DOCTYPE html>\n<html><body><p>Title</p></body></html>".utf8), Array("<html>\n<p>Title".utf8),
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], (0..<500).map { UInt8($0 * 7 % 251) },
  ])
  func aFileThatIsNoTextIsRefusedAndStopsNoOther(_ bytes: [UInt8]) {
    let (library, diagnostics) = Self.read(bytes)
    #expect(library.papers.map(\.title) == ["Title"])
    #expect(library.dumps.map(\.entries) == [0, 1])
    #expect(diagnostics.map(\.id) == ["input.foreign"])
    #expect(diagnostics.first?.hint != nil)
  }

  /// Packs bytes as `gzip` does.
  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + 256)
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    return Array(output[..<count])
  }
}
