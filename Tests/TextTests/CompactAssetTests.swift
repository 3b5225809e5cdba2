import Testing
import Text

@Suite struct CompactAssetTests {
  private func compact(_ text: String, _ name: String) -> String {
    String(decoding: CompactAsset.bytes(text, name: name), as: UTF8.self)
  }

  @Test(arguments: [
    ("/* head */\na { color: red; } /* why */\nb,\ni { top: 0; }\n", "a { color: red; }b,i { top: 0; }"),
    ("a::before { content: \"/* kept */\"; }", "a::before { content: \"/* kept */\"; }"),
    ("@media print\n  and (color) {\n  a { top: 0; }\n}", "@media print\nand (color) {a { top: 0; }}"),
    ("a { content: \"it's\"; } /* don't */ b { top: 0; }", "a { content: \"it's\"; }  b { top: 0; }"),
    ("/* never closed", ""),
  ])
  func sheetsLoseCommentsAndBreaks(sheet: String, expected: String) {
    #expect(compact(sheet, "assets/site.css") == expected)
  }

  @Test(arguments: [
    ("// what it does\n  const a = 1; // why\n\n  /** doc\n   * of b */\n  b();\n", "const a = 1; // why\nb();\n"),
    ("const t = `one\n  // two`;\n", "const t = `one\n  // two`;\n"),
    ("/* lone */ a();\nb();\n", "/* lone */ a();\nb();\n"),
  ])
  func scriptsLoseLinesThatAreComments(script: String, expected: String) {
    #expect(compact(script, "assets/site.js") == expected)
  }

  @Test func otherFilesStayAsTheyAre() {
    #expect(compact("<svg>\n  <!-- a -->\n</svg>", "assets/icon.svg") == "<svg>\n  <!-- a -->\n</svg>")
  }
}
