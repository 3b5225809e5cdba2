import Diagnostics
import Foundation
import Testing

@testable import Offprint

/// Input that means harm or is merely odd, all the way to the pages: none stops the others, none is lost in silence,
/// and each says on its page what it says in the file.
@Suite("Hostile input, end to end")
struct HostileInputTests {
  /// Title and abstract of each, by the name of its file.
  private static let papers: [(file: String, title: String, abstract: String)] = [
    (
      "markup.txt", "<script>alert(1)</script> and <b>bold</b>",
      "We use <mask>, </s> and x<y>z here. <img src=x> It works."
    ),
    ("rule.txt", "Rules of the Line", "--- *** ___ and | a | b | are no rules here. We show that they stay."),
    (
      "quotes.txt", "\"Quotes\" and 'Apostrophes'",
      "We set \"quotes\", 'marks' and `ticks` side by side. They stay as they are."
    ),
    (
      "braces.txt", "{{x}} and {{< x >}}",
      "We write {{x}}, {{#y}}z{{/y}}, {{{w}}} and {{< x >}} in a text. Nothing expands."
    ),
    ("one-mark.txt", "Programs in C", "We study programs in C. They are short and they are fast."),
    ("other-mark.txt", "Programs in C++", "We study programs in C++. They are long and take their time."),
    ("cjk.txt", "注意力就是你所需要的一切", "我们提出了一种新的方法。它在许多任务上表现很好。"),
    ("arabic.txt", "الانتباه هو كل ما تحتاجه", "نقترح طريقة جديدة. إنها تعمل بشكل جيد."),
    ("hash.txt", "A Hash in Front", "# We begin with a hash. It is shown as it is."),
    ("dash.txt", "A Dash in Front", "- We begin with a dash. It is shown as it is."),
    ("number.txt", "A Number in Front", "1. We begin with a number. It is shown as it is."),
    ("quote.txt", "A Quotation in Front", "> We begin with a sign of quotation. It is shown as it is."),
    ("reference.txt", "A Reference in Front", "[foo]: We begin with a reference. It is [shown] as it is."),
  ]

  /// Files without a paper of their own to look for.
  private static let others: [String: Data] = [
    "dumps/empty.txt": Data(), "dumps/blank.txt": Data(repeating: 0x0A, count: 100_000),
    "dumps/nul.txt": Data("A\0 title with\u{1} zeros\nWe\0 show it. It works.\n\0\0\n".utf8),
    "dumps/broken.txt": Data("Caf".utf8) + Data([0xC3]) + Data(" broken\nWe ".utf8) + Data([0xFF, 0xE2, 0x28])
      + Data(" show it. It works.\n".utf8),
    "dumps/long.txt": Data(
      (String(repeating: "Word ", count: 20_000) + "\n" + String(repeating: "We show it. ", count: 90_000)).utf8),
    "dumps/windows.txt": Data([0xEF, 0xBB, 0xBF])
      + Data("A Mark and Returns\r\n\r\nWe show it here. It works.\r\n\r\n".utf8),
    "dumps/picture.txt": Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
    "dumps/two\nlines and blanks.txt": Data("A Name with a Line End\nWe show it there. It works.\n".utf8),
    "dumps/tex.txt": Data(
      "On $x^2$ and Nystr\\\"{o}m\nWe study $\\frac{a}{b}$ and \\unknown{it}. It has 10\\% more.\n".utf8),
  ]

  private static func site() throws -> MiniSite {
    let site = try MiniSite([:])
    for paper in papers { try site.write("dumps/\(paper.file)", Data("\(paper.title)\n\(paper.abstract)\n".utf8)) }
    for (name, data) in others { try site.write(name, data) }
    return site
  }

  @Test("all are read, and every page says what its file says")
  func pages() throws {
    let site = try Self.site()
    let result = try site.build()
    let tally = result.tally
    #expect(tally.read == tally.papers + tally.merged + tally.dropped)
    #expect(tally.papers == Self.papers.count + 6)
    let files = try site.files()
    let pages = files.filter { $0.key.hasPrefix("papers/") && $0.key.hasSuffix(".html") }
      .mapValues { Self.text(String(decoding: $0, as: UTF8.self)) }
    for paper in Self.papers {
      let page = pages.values.first { $0.contains(paper.title) && $0.contains(paper.abstract) }
      #expect(page != nil, "\(paper.file) does not stand on a page as it is")
    }
    for (name, data) in files where name.hasSuffix(".html") {
      let html = String(decoding: data, as: UTF8.self)
      #expect(!html.contains("<script>alert") && !html.contains("<img src=x"), "\(name) carries markup of the input")
      #expect(!html.utf8.contains(0), "\(name) has a zero")
    }
  }

  @Test("what was mended, cut or passed over is told with its file")
  func messages() throws {
    let told = Set(
      try Self.site().build().diagnostics.map {
        "\(($0.position?.file ?? "").split(separator: "/").last ?? ""): \($0.id)"
      })
    for line in [
      "empty.txt: input.empty", "blank.txt: dump.no-papers", "nul.txt: text.control-characters",
      "broken.txt: text.broken-utf8", "long.txt: paper.long-title", "long.txt: paper.long-abstract",
      "windows.txt: input.byte-order-mark", "picture.txt: input.foreign",
    ] {
      #expect(told.contains(line), "\(line) was not told")
    }
  }

  @Test("a folder given as input stands for its files, an empty one for none")
  func folders() throws {
    let site = try MiniSite([
      "lists/a.txt": MiniSite.dump(2), "lists/b.txt": MiniSite.dump(1, from: 9), "lists/in/c.txt": "no",
    ])
    #expect(try site.build { $0.inputs = ["\(site.path)/lists"] }.tally.papers == 3)
    try FileManager.default.createDirectory(atPath: "\(site.path)/none", withIntermediateDirectories: true)
    #expect(try site.build { $0.inputs = ["\(site.path)/none"] }.diagnostics.map(\.id) == ["input.none"])
  }

  @Test("a site folder that is not there is an error, and no folder is made")
  func missingSite() throws {
    var request = BuildRequest()
    request.site = "/tmp/offprint-\(UUID().uuidString)"
    let failure = #expect(throws: Failure.self) { try Edition.build(request) }
    #expect(failure?.diagnostics.map(\.id) == ["site.missing"])
    #expect(!FileManager.default.fileExists(atPath: request.site ?? ""))
  }

  /// The words of a page: tags out, references resolved, white space single.
  private static func text(_ html: String) -> String {
    var text = ""
    var isTag = false
    for character in html {
      if character == "<" { isTag = true }
      if !isTag { text.append(character) }
      if character == ">" { isTag = false }
    }
    for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: name, with: sign)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
