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

@Suite("Folding") struct FoldingTests {
  @Test("Folding twice changes nothing", arguments: ["Naïve", "ΛΌΓΟΣ", "İstanbul", "ﬁne", "한국어", "が"])
  func idempotent(_ word: String) {
    let once = Folding.fold(word)
    #expect(Folding.fold(once) == once)
  }
}
