import Diagnostics
import Testing

@testable import Mustache

/// Whatever a template file holds, loading ends with a template or with messages.
@Suite struct RobustnessTests {
  /// A seeded generator (Knuth's MMIX multiplier).
  private struct Random {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static let pieces = [
    "{{", "}}", "{{{", "}}}", "{{#books}}", "{{/books}}", "{{^note}}", "{{/note}}", "{{title}}", "{{name}}",
    "{{{seal}}}", "{{>a}}", "{{>b}}", "{{<a}}", "{{/a}}", "{{<b}}", "{{/b}}", "{{$x}}", "{{/x}}", "{{$y}}", "{{/y}}",
    "{{!", "{{! c }}", "{{=| |=}}", "|={{ }}=|", "\n", "  ", "\r\n", "text", "#", "/", ".", "{{.}}", "{{-last}}",
    "{{#parts}}", "{{/parts}}", "{{keeper.name}}", "{{#keeper}}", "{{/keeper}}", "\u{0}", "é", "\"", "`", "](", ")",
  ]

  private func tryAll(_ texts: [String]) {
    let ending = texts.count % 2 == 0 ? "html" : "md"
    let names = ["a", "b", "t"]
    let files = zip(names, texts).map { (name: "\($0).\(ending)", text: $1) }
    do throws(Failure) {
      let set = try TemplateSet(files: files)
      let template = try set.template("t.\(ending)", for: Shelf.self)
      let book = Book(title: "A", pages: 1, parts: [Book(title: "B", parts: [Book(title: "C")])])
      let output = template.render(Shelf(note: "n", books: [book, book], keeper: Keeper(name: "K")))
      #expect(output.count < 1_000_000)
    } catch {
      #expect(error.diagnostics.allSatisfy { $0.severity == .error && $0.position?.line ?? 0 > 0 })
    }
  }

  @Test func randomTemplates() {
    var random = Random(state: 20_261_121)
    for round in 0..<3000 {
      let files = (0..<3).map { _ in
        (0..<random.next(10)).map { _ in Self.pieces[random.next(Self.pieces.count)] }.joined()
      }
      tryAll(round % 2 == 0 ? files : files + [""])
    }
  }

  @Test func randomBytes() {
    var random = Random(state: 5)
    for _ in 0..<500 {
      let bytes = (0..<random.next(200)).map { _ in
        UInt8(random.next(8) == 0 ? 0x7B + random.next(3) : random.next(256))
      }
      tryAll(["", "", String(decoding: bytes, as: UTF8.self)])
    }
  }

  @Test func blocksThatFillEachOther() {
    tryAll(["{{<b}}{{$x}}{{<a}}{{$y}}{{/y}}{{/a}}{{/x}}{{/b}}", "{{$x}}{{<a}}{{/a}}{{/x}}{{$y}}{{/y}}", "{{>a}}{{>b}}"])
    tryAll(["{{$x}}{{$x}}{{$x}}1{{/x}}{{/x}}{{/x}}", "", "{{<a}}{{$x}}{{$x}}{{$x}}2{{/x}}{{/x}}{{/x}}{{/a}}"])
  }

  @Test func partialsThatDoubleWithEveryBlock() {
    // Every layout fills the block of the next one with itself twice: without a limit 2^30 parts.
    var files: [(name: String, text: String)] = []
    for index in 0..<30 {
      files.append(
        ("p\(index).html", "{{<p\(index + 1)}}{{$x}}{{>p\(index + 1)}}{{>p\(index + 1)}}{{/x}}{{/p\(index + 1)}}"))
    }
    files.append(("p30.html", "{{$x}}{{/x}}"))
    do throws(Failure) {
      _ = try TemplateSet(files: files).template("p0.html", for: Shelf.self)
    } catch {
      #expect(!error.diagnostics.isEmpty)
    }
  }

  @Test func longNamesAndLines() {
    let long = String(repeating: "n", count: 100_000)
    tryAll(["", "", "{{\(long)}}"])
    tryAll(["", "", long + "{{name}}" + long])
    tryAll(["", "", String(repeating: "{{name}}", count: 20_000)])
  }
}
