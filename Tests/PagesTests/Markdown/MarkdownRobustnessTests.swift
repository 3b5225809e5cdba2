import Testing
import Text

@testable import Pages

/// Whatever Markdown holds, the page that comes out is whole.
@Suite struct MarkdownRobustnessTests {
  private static let pieces = [
    "# ", "## ", "### ", "{.entries}\n", "{.toc}\n", "{.note}\n", "{dl .x}\n", "{#id}", "{.x}", "- ", "1. ", "> ", "\n",
    "\n\n",
    "  ", "    ", "text", "[a]", "[a](b)", "[a](javascript:b)", "![a](data:b)", "[a]{.x}", "[", "]", "]{.num}", "<b>",
    "<!-- ",
    "`", "```\n", "*", "**", "| a | b |\n|---|--:|\n", " · 23", "— ", "\\", "\u{0}", "é", "&amp;", "<a@b.c>", "~~",
    "www.a.b",
  ]

  /// Whether every element that is opened is closed, in order.
  private func isWhole(_ html: [UInt8]) -> Bool {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { return false }
      let tag = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      if tag.hasSuffix("/") || tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return false }
      } else {
        open.append(String(tag.prefix { $0 != " " }))
      }
    }
    return open.isEmpty
  }

  private func check(_ markdown: [UInt8]) {
    for origin in [MarkdownPage.Origin.template, .publisher] {
      let page = MarkdownPage(markdown, from: origin)
      for html in [page.heading.text, page.opening.text, page.parts.text] {
        #expect(isWhole(Array(html.utf8)), "\(String(decoding: markdown, as: UTF8.self).debugDescription) -> \(html)")
        #expect(!html.contains("javascript:") || !html.contains("href=\"javascript"))
        #expect(!html.utf8.contains(0))
        let hasMarks = html.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) }
        #expect(!hasMarks, "\(String(decoding: markdown, as: UTF8.self).debugDescription) -> \(html)")
      }
    }
  }

  @Test func randomMarkdown() {
    var state: UInt64 = 99
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<3000 {
      check(Array((0..<(1 + next(14))).map { _ in Self.pieces[next(Self.pieces.count)] }.joined().utf8))
    }
    for _ in 0..<500 { check((0..<next(300)).map { _ in UInt8(next(256)) }) }
  }

  @Test func deepNesting() {
    for piece in ["> ", "- ", "{.x}\n> ", "*", "[", "![", "`"] {
      check(Array((String(repeating: piece, count: 5_000) + "x").utf8))
    }
  }

  @Test func longAbstractsStayText() {
    let text = String(repeating: "![[]() <a> *b* {.x} | `c` ", count: 20_000)
    let page = MarkdownPage(Markup(markdown: text).bytes)
    #expect(page.opening.text.hasPrefix("<p>![[]() &lt;a&gt; *b* {.x} | `c` ![["))
    #expect(page.opening.bytes.count > text.utf8.count)
  }

  @Test func threadsDoNotDisturbEachOther() async {
    let markdown = Array(
      ("# T\n\n" + String(repeating: "a ~~b~~ *c* www.example.org x@y.zz `~` **~d~** \\~\n\n", count: 20)).utf8)
    let pages = [MarkdownPage(markdown), MarkdownPage(markdown, from: .publisher)]
    #expect(pages[0] != pages[1])
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<400 {
        group.addTask {
          number % 2 == 0
            ? MarkdownPage(markdown) == pages[0] : MarkdownPage(markdown, from: .publisher) == pages[1]
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
