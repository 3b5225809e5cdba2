import Testing

@testable import Text

@Suite("Text is looked at eight bytes at a time")
struct OctetsTests {
  /// Any byte at any place among plain letters, the last ones of the text too.
  private func forEachPlace(_ body: (UInt8, Int, [UInt8]) -> Void) {
    for byte in UInt8.min ... .max {
      for place in 0..<19 {
        var text = [UInt8](repeating: 0x61, count: 19)
        text[place] = byte
        body(byte, place, text)
      }
    }
  }

  @Test("HTML: controls, marks and what is not ASCII end a run wherever they stand")
  func html() {
    let marks: Set<UInt8> = [0x22, 0x26, 0x27, 0x3C, 0x3E]
    forEachPlace { byte, place, text in
      let isPlain = byte >= 0x20 && byte < 0x7F && !marks.contains(byte)
      let end = text.withUnsafeBufferPointer { HTMLEscaping.plainEnd($0, from: 0) }
      #expect(end == (isPlain ? text.count : place))
    }
  }

  @Test("JSON: what is escaped is escaped wherever it stands, and nothing else is touched")
  func json() {
    let marks: Set<UInt8> = [0x22, 0x5C, 0x7F]
    forEachPlace { byte, place, text in
      if byte >= 0x80 { return }
      var json = JSONWriter()
      json.string(String(decoding: text, as: UTF8.self))
      let isPlain = byte >= 0x20 && !marks.contains(byte)
      #expect((json.bytes.count == text.count + 2) == isPlain)
      #expect(json.bytes.dropFirst().prefix(place).allSatisfy { $0 == 0x61 })
      #expect(json.bytes.dropLast().suffix(text.count - place - 1).allSatisfy { $0 == 0x61 })
    }
  }

  @Test("JavaScript's line separators are escaped after letters that are not ASCII")
  func separators() {
    var json = JSONWriter()
    json.string("äöü “quoted” \u{2028}x")
    #expect(String(decoding: json.bytes, as: UTF8.self) == "\"äöü “quoted” \\u2028x\"")
  }

  @Test("Words: only ASCII letters and digits go on, wherever they stand")
  func words() {
    forEachPlace { byte, place, text in
      let isWord = byte &- 0x30 < 10 || byte &- 0x41 < 26 || byte &- 0x61 < 26
      let end = text.withUnsafeBufferPointer { Octets.skipWord($0, from: 0) }
      #expect(end == (isWord ? text.count : place))
    }
  }

  @Test("Small letters: large ones become small, all else stays, and what is not ASCII is told")
  func smallLetters() {
    forEachPlace { byte, place, text in
      var small = [UInt8](repeating: 0, count: text.count + 8)
      // The range ends before the text does, so that bytes behind it are read and must not count.
      let range = 2..<17
      let isASCII = text.withUnsafeBufferPointer { text in
        small.withUnsafeMutableBufferPointer { Octets.lowercaseASCII(text, range, into: $0) }
      }
      #expect(isASCII == (byte < 0x80 || !range.contains(place)))
      guard isASCII else { return }
      let expected = text[range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      #expect(Array(small.prefix(range.count)) == expected)
    }
  }

  @Test("Scripts: quotes and backslashes are escaped wherever they stand, and nothing else")
  func scripts() {
    forEachPlace { byte, place, text in
      var script: [UInt8] = []
      text.withUnsafeBufferPointer { ScriptEscaping.quote($0, into: &script) }
      var expected = text
      if byte == 0x27 || byte == 0x5C { expected.insert(0x5C, at: place) }
      #expect(script == [0x27] + expected + [0x27])
    }
  }

  @Test("Letters, blanks, ASCII and tidy text end where the byte stands that ends them")
  func runs() {
    forEachPlace { byte, place, text in
      text.withUnsafeBufferPointer { text in
        let isLetter = byte &- 0x41 < 26 || byte &- 0x61 < 26
        #expect(Octets.skipLetters(text, from: 0) == (isLetter ? text.count : place))
        #expect(Octets.findBlank(text, from: 0) == (byte == 0x20 || byte == 0x09 ? place : text.count))
        #expect(Octets.skipASCII(text, from: 0) == (byte < 0x80 ? text.count : place))
        #expect(Octets.hold(byte, or: 0, text))
        #expect(Octets.hold(0, or: 0x21, text) == (byte == 0 || byte == 0x21))
        let isTidy = byte >= 0x20 && byte < 0x7F
        #expect(Octets.skipTidy(text, from: 0, afterBlank: false) == (isTidy ? text.count : place))
        let isFirstBlank = byte == 0x20 && place == 0
        #expect(Octets.skipTidy(text, from: 0, afterBlank: true) == (isTidy && !isFirstBlank ? text.count : place))
      }
    }
  }

  @Test("A second blank ends tidy text, wherever the two stand")
  func doubledBlanks() {
    for place in 0..<18 {
      var text = [UInt8](repeating: 0x61, count: 19)
      text[place] = 0x20
      text[place + 1] = 0x20
      let end = text.withUnsafeBufferPointer { Octets.skipTidy($0, from: 0, afterBlank: false) }
      #expect(end == place + 1)
    }
  }
}
