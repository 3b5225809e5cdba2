import Testing

@testable import Text

@Suite struct EscapingTests {
  private func scalar(_ value: UInt32) -> String { Unicode.Scalar(value).map { String(Character($0)) } ?? "" }

  @Test(arguments: [
    ("", ""), ("a & b", "a &amp; b"), ("<a href='x'>\"", "&lt;a href=&#39;x&#39;&gt;&quot;"), ("café 文", "café 文"),
    ("a\u{0}b\u{1F}c\u{7F}d\u{9F}e", "abcde"), ("a\tb\nc", "a\tb\nc"), ("&amp;", "&amp;amp;"),
    ("\u{A0}é\u{FFFD}", "\u{A0}é\u{FFFD}"),
  ])
  func html(_ text: String, _ expected: String) {
    #expect(Markup(html: text).text == expected)
  }

  @Test func noncharactersAreLeftOut() {
    for value: UInt32 in [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF] {
      #expect(Markup(html: "a\(scalar(value))b").text == "ab")
      #expect(Markup(markdown: "a\(scalar(value))b").text == "ab")
    }
    for value: UInt32 in [0xFDCF, 0xFDF0, 0xFFFD, 0x1FFFD, 0xE000] {
      #expect(Markup(html: "a\(scalar(value))b").text == "a\(scalar(value))b")
    }
  }

  @Test(arguments: [
    ("plain text, as it is (2024).", "plain text, as it is (2024)."),
    ("# a", "\\# a"), ("C # and C#", "C \\# and C#"), ("- a", "\\- a"), ("a - b", "a - b"), ("+ a", "\\+ a"),
    ("1. a", "1\\. a"), ("1986) a", "1986\\) a"), ("12.5 %", "12\\.5 %"), ("v1.2", "v1.2"), ("> a", "\\> a"),
    ("a > b", "a > b"), ("=== x", "\\=== x"), ("[a]: b", "\\[a\\]: b"), ("*a* _b_", "\\*a\\* \\_b\\_"),
    ("`a` \\ |", "\\`a\\` \\\\ \\|"), ("<mask> &amp;", "\\<mask> \\&amp;"), ("~x~", "\\~x\\~"), ("{.a}", "\\{.a}"),
    ("    a\n\tb\r\n  c ", " a b c "), ("  - a", " \\- a"), ("https://a.b www.c.d", "https\\://a.b www\\.c.d"),
    ("Look!", "Look\\!"), ("Look! There", "Look! There"), ("a\u{2028}b\u{85}c\u{0}d", "a bcd"), (": a", "\\: a"),
  ])
  func markdown(_ text: String, _ expected: String) {
    #expect(Markup(markdown: text).text == expected)
  }

  @Test(arguments: [
    ("a/b.html#c", true), ("http://a", true), ("HTTPS://a", true), ("mailto:a@b", true), ("", true), ("?a:b", true),
    ("javascript:a", false), ("java\nscript:a", false), (" \u{1}javascript:a", false), ("data:x", false),
    ("ftp://a", false), ("a:b", false),
  ])
  func schemes(_ address: String, _ isSafe: Bool) {
    #expect(LinkEscaping.isSafe(address) == isSafe)
  }
}
