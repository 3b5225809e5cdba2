import Testing

@testable import Diagnostics

@Suite("A mistyped word finds the one it was meant to be")
struct NearMissTests {
  @Test(
    "the nearest candidate within a third of the word's length",
    arguments: [
      ("titel", "title"), ("tilte", "title"), ("dump", "dumps"), ("outptu", "output"), ("colour", nil),
      ("", nil), ("title", nil),
    ] as [(String, String?)])
  func suggestion(_ word: String, _ expected: String?) {
    #expect(NearMiss.suggestion(for: word, among: ["title", "dumps", "output"]) == expected)
  }
}
