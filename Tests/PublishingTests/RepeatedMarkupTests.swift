import Planning
import Testing

@testable import Publishing

@Suite("What many pages hold alike is read once and counts on each of them")
struct RepeatedMarkupTests {
  /// A site of two pages beside each other, one in another folder, one above and one below, each with links of its own around `head`.
  func check(_ head: String, at depth: Int, known: Bool) throws -> LinkCheck {
    let folder = try Folder()
    let staging = Staging(output: "\(folder.path)/public")
    let repeated = RepeatedMarkup(known ? [(depth, Array(head.utf8))] : [])
    let own = ##"<p id="own"><a href="#own">1</a> <a href="x.html">2</a>"##
    let files = try ["a/x.html", "a/y.html", "c/x.html", "x.html", "a/b/x.html"].map {
      try staging.stage(page($0, "<body>\(own)\(head)\n<p>end</p>"), repeated)
    }
    return LinkCheck(files, repeated: repeated, read: staging.bytes)
  }

  @Test(
    "whatever stands in it, the check says what it says where each page is read whole",
    arguments: [
      #"<nav><a href="../a/y.html">1</a> <a href="../x.html">2</a></nav>"#,
      #"<nav><a href="../a/y.html">1</a> <a href="../gone.html">2</a></nav>"#,
      #"<nav><a href="y.html">beside</a></nav>"#,
      #"<nav id="anchor"><a href="../x.html">1</a></nav>"#,
      ##"<nav><a href="#own">1</a> <a href="../x.html#own">2</a></nav>"##,
      #"<nav><a href="/x.html">1</a></nav>"#,
      #"<nav><script src="https://host/x.js"></script></nav>"#,
      #"<nav><a href="../x.html">1</a> <a title="open "#,
      #"<a>"#, "no tag at the start <a href=\"../x.html\">", "",
    ])
  func same(_ head: String) throws {
    #expect(try check(head, at: 1, known: true) == check(head, at: 1, known: false))
    #expect(try check(head, at: 0, known: true) == check(head, at: 0, known: false))
  }

  @Test("its links are left out of what is kept of each page, and come back as one list")
  func once() throws {
    let head = #"<nav><a href="../b.html">1</a> <a href="../c.html">2</a></nav>"#
    let repeated = RepeatedMarkup([(1, Array(head.utf8))])
    let own = #"<a href="../b.html">1</a> <a href="../d.html">2</a>"#
    let file = StagedFile(page("a/x.html", own + head), repeated, isUnchanged: false)
    #expect(file.targets.count == 1)
    #expect(repeated.targets(file.repeated).count == 2)
  }

  @Test("the same bytes within a tag, or in a page of another depth, are not the stretch")
  func elsewhere() {
    let head = #"<nav><a href="../b.html">1</a></nav>"#
    let repeated = RepeatedMarkup([(1, Array(head.utf8))])
    #expect(StagedFile(page("a/x.html", "<p title=\"\(head)"), repeated, isUnchanged: false).repeated == 0)
    #expect(StagedFile(page("x.html", head), repeated, isUnchanged: false).repeated == 0)
    #expect(StagedFile(page("a/x.html", head), repeated, isUnchanged: false).repeated == 1)
  }
}
