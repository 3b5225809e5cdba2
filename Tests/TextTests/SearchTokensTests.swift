import Foundation
import Testing

@testable import Text

/// The table that the page's script is held against too.
struct TokenVector: Decodable, CustomTestStringConvertible {
  var note: String
  var text: String
  /// Words in order, joined forms with a plus before them.
  var words: [String]

  var testDescription: String { note }

  static let all: [TokenVector] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Script/search-tokens.json")
    guard let data = try? Data(contentsOf: file) else { return [] }
    return (try? JSONDecoder().decode([TokenVector].self, from: data)) ?? []
  }()
}

@Suite("Search tokens") struct SearchTokensTests {
  @Test("The table is read") func tableIsThere() {
    #expect(TokenVector.all.count > 40)
  }

  @Test("A text gives its words", arguments: TokenVector.all)
  func words(_ vector: TokenVector) {
    let found = SearchTokens.words(vector.text).map { ($0.kind == .word ? "" : "+") + $0.word }
    #expect(found == vector.words)
  }

  @Test(
    "Two words written together are told from other chains",
    arguments: [("pre-training", true), ("t-SNE", false), ("state-of-the-art", false), ("vit-b16", false)])
  func compound(_ text: String, isCompound: Bool) {
    #expect((SearchTokens.words(text).last?.kind == .compound) == isCompound)
  }

  @Test("Broken UTF-8 separates words and stops nothing")
  func brokenBytes() {
    var tokens = SearchTokens()
    var found: [String] = []
    let bytes: [UInt8] = [0x61, 0x62, 0xFF, 0x63, 0xE2, 0x82, 0x00, 0x64]
    bytes.withUnsafeBufferPointer { text in
      tokens.scan(text) { word, _ in found.append(String(decoding: word, as: UTF8.self)) }
    }
    #expect(found == ["ab", "c", "d"])
  }
}

@Suite("Word scanner") struct WordScannerTests {
  /// A letter, mark or digit, told one by one.
  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  @Test("Atoms are the runs of letters, marks and digits, at any place and length")
  func runs() {
    let alphabet = Array("aZ09 .-'’–éß漢²\u{301}_(".unicodeScalars)
    var seed: UInt64 = 1
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<Int(seed >> 40 % 40) {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let letters = seed >> 60 % 2 == 0 ? alphabet.count : 4
        text.unicodeScalars.append(alphabet[Int(seed >> 33) % letters])
      }
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let expected = text.unicodeScalars.split { !isWord($0) }.map { String(String.UnicodeScalarView($0)) }
      let bytes = Array(text.utf8)
      let found = WordScanner.atoms(text).map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
      #expect(found == expected)
    }
  }
}

@Suite("Folding") struct FoldingTests {
  @Test("Folding twice changes nothing", arguments: ["Naïve", "ΛΌΓΟΣ", "İstanbul", "ﬁne", "한국어", "が"])
  func idempotent(_ word: String) {
    let once = Folding.fold(word)
    #expect(Folding.fold(once) == once)
  }

  @Test(
    "Accents go, letters that are spelled out are, marks that make a letter stay",
    arguments: [
      ("Naïve", "naive"), ("Große", "grosse"), ("ΛΌΓΟΣ", "λογοσ"), ("İstanbul", "istanbul"), ("ﬁne", "fine"),
      ("Ĳ", "ij"),
      ("Йод", "иод"), ("が", "が"), ("한국어", "한국어"), ("हिन्दी", "हिन्दी"), ("x²", "x2"), ("Ǆ", "dz"),
    ])
  func forms(_ word: String, _ form: String) {
    #expect(Folding.fold(word) == form)
    #expect(Folding.fold(word.decomposedStringWithCanonicalMapping) == form)
  }
}
