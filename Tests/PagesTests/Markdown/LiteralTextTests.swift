import Testing
import Text

@testable import Pages

/// Escaped text shows as it is, wherever a template puts it.
@Suite struct LiteralTextTests {
  /// Pieces out of which hostile text is made.
  private static let pieces = [
    "#", "##", " ", "  ", "    ", "\n", "\n\n", "\t", "-", "--", "---", "+", "*", "**", "_", "__", "1.", "2)", ".", ")",
    ">", "<", "<a>", "</s>", "<!--", "-->", "<mask>", "[", "]", "[foo]:", "](x)", "![", "!", "(", "{", "}", "{.x}",
    "{#y}", "\\", "`", "``", "```", "~", "~~", "~~~", "|", "|-|", ":-:", ":", "=", "===", "&", "&amp;", "&#35;", ";",
    "http://a.b", "www.a.b", "a@b.cd", "mailto:x@y.zz", "word", "a", "文", "é", "\u{A0}", "\u{2014} ", "$", "^", "%",
    "\"", "'", "/", "?", "\u{0}", "\u{202E}", "{{x}}", "{{< x >}}",
  ]

  /// What a page shows of `text`: its white space folded, its controls gone.
  private func folded(_ text: String) -> String {
    let kept = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" }))
    return kept.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  /// The text of HTML without its tags.
  private func shown(_ html: String) -> String {
    var text = html
    while let open = text.firstIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
      text.removeSubrange(open...close)
    }
    return folded(
      text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&amp;", with: "&"))
  }

  private func check(_ text: String) {
    let escaped = Markup(markdown: text).text
    let expected = folded(text)
    for (before, after, around) in [
      ("", "\n", "p"), ("\n- ", "\n", "li"), ("### ", "\n", "h3"), ("a\n", "\n", ""), ("a ", " b\n", ""),
      ("> ", "\n", ""), ("| ", " | b |\n|---|---|\n", ""),
    ] {
      let page = MarkdownPage(Array("\(before)\(escaped)\(after)".utf8))
      let plain = shown(page.opening.text)
      let context = "\(before.debugDescription) \(text.debugDescription) -> \(page.opening.text)"
      if around.isEmpty {
        #expect(expected.isEmpty || plain.contains(expected), "\(context)")
      } else {
        #expect(plain == expected, "\(context)")
        if !expected.isEmpty { #expect(page.opening.text.contains("<\(around)>"), "\(context)") }
      }
      #expect(page.parts.isEmpty && page.heading.isEmpty)
      for element in ["<em", "<strong", "<a", "<code", "<del", "<img", "<hr", "<ol", "<pre", "class="] {
        #expect(!page.opening.text.contains(element), "\(context)")
      }
    }
    let link = MarkdownPage(Array("[\(escaped)](x.html)\n".utf8)).opening.text
    #expect(
      link == "<p><a href=\"x.html\">\(inner(link))</a></p>" && shown(link) == expected,
      "\(text.debugDescription) \(link)")
  }

  private func inner(_ link: String) -> String { String(link.dropFirst(20).dropLast(8)) }

  @Test(arguments: pieces)
  func everyPiece(_ piece: String) {
    check(piece)
    check("\(piece) a")
    check("a\(piece)")
    check("a \(piece)")
  }

  @Test func textBeforeALinkMakesNoImageOfIt() {
    let html = MarkdownPage(Array("\(Markup(markdown: "Look!").text)[a](b.html)\n".utf8)).opening.text
    #expect(html == "<p>Look!<a href=\"b.html\">a</a></p>")
  }

  @Test func randomText() {
    var state: UInt64 = 20_261_121
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<1500 {
      var text = ""
      for _ in 0..<(1 + next(8)) { text += Self.pieces[next(Self.pieces.count)] }
      check(text)
    }
  }
}
