import Glibc
import Mustache
import Pages
import TeX
import Text

/// What it costs to make pages: templates, Markdown and formulas, each alone and all on one core.
///
///     swift run -c release BenchmarkRendering
@main
struct Rendering {
  static func main() throws {
    let set = try TemplateSet(files: templates)
    let small = try set.template("layouts/small.html", for: Shelf.self)
    let whole = try set.template("layouts/shelf.html", for: Shelf.self)
    let markdown = try set.template("pages/shelf.md", for: Shelf.self)
    let shelf = Shelf(papers: (0..<50).map(Paper.init))
    let paper = Shelf(papers: [Paper(7)])
    let source = markdown.render(shelf)
    let abstract = Markup(markdown: String(repeating: Paper(3).say + " ", count: 12)).bytes

    print("what                        a second   CPU s      bytes  checksum")
    measure("template, one paper", 200_000) { small.render(paper, into: &$0) }
    measure("template, 50 papers", 5_000) { whole.render(shelf, into: &$0) }
    measure("Markdown template, 50", 5_000) { markdown.render(shelf, into: &$0) }
    measure("Markdown page, 50 papers", 1_000) { $0 += MarkdownPage(source).parts.bytes }
    measure("Markdown page, abstract", 20_000) { $0 += MarkdownPage(abstract).opening.bytes }
    measure("formula to MathML", 50_000) { $0 += MathML.render(formula).bytes }
    print("peak memory \(usage().ru_maxrss / 1000) MB")
  }

  /// Runs `body` `count` times; the first output is what is counted and hashed.
  private static func measure(_ name: String, _ count: Int, _ body: (inout [UInt8]) -> Void) {
    var first: [UInt8] = []
    body(&first)
    var output: [UInt8] = []
    output.reserveCapacity(first.count)
    let start = cpu()
    for _ in 0..<count {
      output.removeAll(keepingCapacity: true)
      body(&output)
    }
    let seconds = cpu() - start
    let rate = String(Int(Double(count) / seconds))
    let time = String(Int(seconds * 1000)) + " ms"
    print(
      padded(name, 26) + leading(rate, 10) + leading(time, 9) + leading(String(first.count), 10) + "  "
        + Fingerprint(first).hex.prefix(12))
  }

  private static func usage() -> rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }

  private static func cpu() -> Double {
    let time = usage().ru_utime
    return Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

/// The pages that are timed.
extension Rendering {
  struct Paper: Viewable {
    var title: String
    var say: String
    var rank: Int

    init(_ number: Int) {
      title = "Paper \(number): On *what* a <model> can do & what it cannot [in \(number) parts]"
      say = "In this work, we show that the \(number)th of these methods, x_\(number), is faster than the others."
      rank = number
    }

    static let schema = Schema<Paper>(
      .text("title") { $0.title }, .text("say") { $0.say }, .text("href") { "papers/\($0.rank).html" },
      .number("rank") { $0.rank })
  }

  struct Shelf: Viewable {
    var papers: [Paper]

    static let schema = Schema<Shelf>(
      .text("name") { _ in "A shelf" }, .list("papers") { $0.papers }, .optionalText("note") { _ in nil })
  }

  static let templates = [
    ("layouts/page.html", "<!doctype html>\n<title>{{name}}</title>\n{{>head}}<main>{{$main}}{{/main}}</main>\n"),
    ("layouts/head.html", "<header><a href=\"index.html\">{{name}}</a>{{#note}}<p>{{.}}</p>{{/note}}</header>\n"),
    ("layouts/small.html", "{{<page}}{{$main}}{{#papers}}{{>entry}}{{/papers}}{{/main}}{{/page}}"),
    ("layouts/shelf.html", "{{<page}}{{$main}}<ol>{{#papers}}<li>{{>entry}}</li>{{/papers}}</ol>{{/main}}{{/page}}"),
    ("layouts/entry.html", "<a href=\"{{href}}\">{{title}}</a><p>{{say}}</p><p>Rank {{rank}}</p>\n"),
    (
      "pages/shelf.md",
      "# {{name}}\n\n## Papers {#papers}\n\n{.entries}\n{{#papers}}\n"
        + "- [{{title}}]({{href}})\n\n  {{say}}\n\n  — Rank [{{rank}}]{.num}\n\n{{/papers}}\n"
    ),
  ]

  static let formula =
    #"\mathbb{E}_{x\sim p}\left[\log\frac{p(x)}{q_\theta(x)}\right] \leq \sum_{i=1}^n \alpha_i x_i^2"#
}
