import Testing

@testable import Text

@Suite struct QuotedPrintableTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("1 = 1", "1 =3D 1"), ("café", "caf=C3=A9"), ("end \nnext", "end=20\r\nnext"),
    (".", "=2E"), ("", ""),
  ])
  func textIsQuotedWhereItMust(_ text: String, _ expected: String) {
    #expect(String(decoding: QuotedPrintable.encoded(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test func noLineIsLongerThanMailAllows() {
    let text = String(repeating: "wörd ", count: 200)
    let lines = String(decoding: QuotedPrintable.encoded(Array(text.utf8)), as: UTF8.self).components("\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix("=") })
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
