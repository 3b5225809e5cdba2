import Diagnostics
import Testing

@testable import Mustache

/// Every mistake in a template is found when it is loaded, with its place.
@Suite struct TemplateErrorTests {
  private func errors(_ text: String, name: String = "t.html", _ others: (String, String)...) -> [String] {
    do throws(Failure) {
      let set = try TemplateSet(files: [(name: name, text: text)] + others.map { (name: $0.0, text: $0.1) })
      _ = try set.template(name, for: Shelf.self)
      return []
    } catch {
      return error.diagnostics.map { error in
        let place = error.position.map { "\($0.file):\($0.line):\($0.column) " } ?? ""
        return "\(place)\(error.id): \(error.summary)\(error.hint.map { "; \($0)" } ?? "")"
      }
    }
  }

  @Test(arguments: [
    ("a\n {{nmae}}", "t.html:2:2 template.unknown-name: unknown name \"nmae\"; did you mean \"name\"?"),
    (
      "{{keeper.nam}}",
      "t.html:1:1 template.unknown-name: unknown name \"nam\" in \"keeper.nam\"; did you mean \"name\"?"
    ),
    ("{{books.title}}", "t.html:1:1 template.unknown-name: \"title\" is no name inside of a list"),
    (
      "{{#keeper}}{{zzzzzz}}{{/keeper}}",
      "t.html:1:12 template.unknown-name: unknown name \"zzzzzz\"; "
        + "known here: books, keeper, name, note, open, seal, tags"
    ),
    ("{{.}}", "t.html:1:1 template.unknown-name: {{.}} has no meaning here"),
    ("{{-last}}", "t.html:1:1 template.unknown-name: unknown name \"-last\""),
    ("{{> entri}}", "t.html:1:1 template.missing-partial: there is no partial \"entri\"; did you mean \"entry\"?"),
    ("{{#open}}\nx", "t.html:1:1 template.unclosed-section: {{#open}} is never closed"),
    (
      "{{#open}}\n{{^note}}{{/open}}",
      "t.html:2:10 template.unexpected-close: {{/open}} stands where {{/note}} was expected; {{^note}} opened on line 2"
    ),
    ("x{{/open}}", "t.html:1:2 template.unexpected-close: {{/open}} closes nothing"),
    ("{{ name ", "t.html:1:1 template.unclosed-tag: this tag is never closed with }}"),
    ("{{{ seal }}", "t.html:1:1 template.unclosed-tag: this tag is never closed with }}}"),
    ("{{a b}}", "t.html:1:1 template.bad-tag: a tag holds one name, not \"a b\""),
    ("{{}}", "t.html:1:1 template.bad-tag: a tag holds one name, not \"\""),
    (
      "{{{name}}}",
      "t.html:1:1 template.raw-text: \"name\" is text and must be escaped; "
        + "write {{name}}; only markup stands in triple braces"
    ),
    (
      "{{seal}}",
      "t.html:1:1 template.escaped-markup: \"seal\" is markup and must not be escaped again; write {{{seal}}}"
    ),
    ("{{books}}", "t.html:1:1 template.not-a-value: \"books\" is a list, not a value to show"),
    ("{{open}}", "t.html:1:1 template.not-a-value: \"open\" is a condition, not a value to show"),
  ])
  func mistakes(_ template: String, _ expected: String) {
    let found = errors(template, ("entry.html", ""), ("entri.md", ""))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(expected) == true, "\(found)")
  }

  @Test func everyMistakeIsReportedOnce() {
    let found = errors("{{a}}\n{{#books}}{{>entry}}{{/books}}{{#books}}{{>entry}}{{/books}}", ("entry.html", "{{b}}"))
    #expect(found.map { String($0.prefix(14)) } == ["t.html:1:1 tem", "entry.html:1:1"])
  }

  @Test func endlessPartialsAreFound() {
    let id = "template.endless-recursion: \"t\" includes itself without end"
    #expect(errors("{{>t}}") == ["t.html:1:1 \(id)"])
    #expect(errors("{{#open}}{{>t}}{{/open}}") == ["t.html:1:10 \(id)"])
    #expect(errors("{{#name}}{{>t}}{{/name}}") == ["t.html:1:10 \(id)"])
    #expect(errors("{{>u}}", ("u.html", "{{<t}}{{/t}}")) == ["u.html:1:1 \(id)"])
    // The books of the shelf are the same on every round.
    #expect(errors("{{#books}}{{>t}}{{/books}}") == ["t.html:1:11 \(id)"])
  }

  @Test func blocksThatNoLayoutHasAreFound() {
    let layout = ("frame.html", "{{$title}}{{/title}}{{>inner}}")
    let inner = ("inner.html", "{{$note}}{{/note}}")
    #expect(errors("{{<frame}}{{$note}}x{{/note}}{{/frame}}", layout, inner) == [])
    #expect(
      errors("{{<frame}}{{$titel}}x{{/titel}}{{/frame}}", layout, inner)
        == [
          "t.html:1:11 template.unknown-block: there is no block \"titel\" to fill; did you mean \"title\"?"
        ])
  }

  @Test func textInMarkdownCodeIsRefused() {
    let id = "template.value-in-code: text cannot be escaped inside of Markdown code"
    #expect(errors("a `{{name}}`", name: "t.md") == ["t.md:1:4 \(id)"])
    #expect(errors("```\n{{name}}\n```\n", name: "t.md") == ["t.md:2:1 \(id)"])
    #expect(errors("``a ` b`` {{name}}\n```\nx\n```\n{{name}} `a` {{name}}", name: "t.md") == [])
  }

  @Test func nestingIsLimited() {
    let deep = String(repeating: "{{#open}}", count: 5000)
    #expect(errors(deep).first?.contains("template.too-deep") == true)
    var files: [(String, String)] = []
    for index in 0..<80 { files.append(("p\(index).html", "{{>p\(index + 1)}}")) }
    files.append(("p80.html", ""))
    let set = try? TemplateSet(files: files.map { (name: $0.0, text: $0.1) })
    #expect(throws: Failure.self) { try set?.template("p0.html", for: Shelf.self) }
  }

  @Test func growthIsLimited() {
    // Each layout shows the next one's block twice: 2^40 parts if nothing stopped it.
    var files: [(String, String)] = []
    for index in 0..<40 { files.append(("p\(index).html", "{{>p\(index + 1)}}{{>p\(index + 1)}}")) }
    files.append(("p40.html", "x"))
    let set = try? TemplateSet(files: files.map { (name: $0.0, text: $0.1) })
    #expect(throws: Never.self) { try set?.template("p0.html", for: Shelf.self) }
  }

  @Test func unknownFilesAreNamed() {
    #expect(throws: Failure.self) { try TemplateSet(files: []).template("x.html", for: Shelf.self) }
  }
}
