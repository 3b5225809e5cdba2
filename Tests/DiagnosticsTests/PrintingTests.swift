import Testing

@testable import Diagnostics

@Suite struct PrintingTests {
  private let missing = Diagnostic(
    "paper.missing-abstract", .warning, at: SourcePosition(file: "a.txt", line: 12, column: 1), "no abstract",
    action: "kept the title", hint: "add it")
  private let empty = Diagnostic("input.empty", .note, at: SourcePosition(file: "b.txt"), "the file is empty")
  private let broken = Diagnostic("json.malformed", .error, "expected a \"value\"")

  @Test func aMessageNamesPlaceKindActionAndHint() {
    #expect(
      ConsoleForm().text(of: [missing, empty, broken]) == """
        a.txt:12:1: warning[paper.missing-abstract]: no abstract
          done: kept the title
          hint: add it
        b.txt: note[input.empty]: the file is empty
        error[json.malformed]: expected a "value"

        """)
  }

  @Test func manyOfOneKindAreCounted() {
    let many = (1...4).map { Diagnostic("x", .warning, at: SourcePosition(file: "a", line: $0), "s") }
    #expect(
      ConsoleForm(perKind: 2).text(of: many + [broken]) == """
        a:1: warning[x]: s
        a:2: warning[x]: s
          and 2 more of x
        error[json.malformed]: expected a "value"

        """)
  }

  @Test func notesCanBeLeftOut() {
    #expect(ConsoleForm(least: .warning).text(of: [empty]).isEmpty)
  }

  @Test func textOfAnInputDoesNotSteerTheTerminal() {
    let hostile = Diagnostic("x", .error, at: SourcePosition(file: "a\nb"), "red \u{1B}[31m")
    #expect(ConsoleForm().text(of: hostile) == "a\u{FFFD}b: error[x]: red \u{FFFD}[31m\n")
  }

  @Test func theTallyStandsInOrderOfSeverity() {
    let tally = DiagnosticTally([empty, missing, broken, missing])
    #expect(tally.summary == "1 error, 2 warnings, 1 note")
    #expect(tally.worst == .error)
    #expect(tally.kinds.map(\.id) == ["json.malformed", "paper.missing-abstract", "input.empty"])
    #expect(DiagnosticTally([]).summary.isEmpty)
  }

  @Test func programsReadJSON() {
    #expect(
      String(decoding: JSONForm.bytes(of: [missing, broken]), as: UTF8.self) == """
        {"counts":{"error":1,"warning":1,"note":0},"diagnostics":[{"id":"paper.missing-abstract","severity":"warning",\
        "file":"a.txt","line":12,"column":1,"summary":"no abstract","action":"kept the title","hint":"add it"},\
        {"id":"json.malformed","severity":"error","summary":"expected a \\"value\\""}]}
        """)
  }

  @Test(arguments: [("titel", "title"), ("ouput", "output"), ("tilte", "title"), ("zzz", nil), ("", nil)])
  func aMistypedWordIsGuessed(_ word: String, _ meant: String?) {
    #expect(NearMiss.suggestion(for: word, among: ["title", "output", "topics"]) == meant)
  }
}
