import Diagnostics
import Papers
import Planning
import Testing

@testable import Offprint

@Suite("ledger.json")
struct LedgerReaderTests {
  @Test("what is written is read back, and written the same again")
  func roundTrip() throws {
    var ledger = Ledger(entries: [
      Ledger.Entry(id: "graphs", name: "graph \"neural\" networks", papers: [PaperID("a"), PaperID("b")]),
      Ledger.Entry(id: "speech", name: "speech", papers: [PaperID("1234567890")]),
    ])
    ledger.entries[0].rename = "Graphs & trees"
    ledger.entries[0].shown = "Trees"
    ledger.entries[0].isPinned = true
    ledger.entries[1].mergeInto = "graphs"
    ledger.moves = [Ledger.Move(from: "old", to: "graphs")]
    ledger.forbidden = ["deep learning"]
    ledger.themes = [["graphs"], ["speech"]]
    ledger.basis = Ledger.Basis(papers: "0123", settings: "4567", drift: 3)
    ledger.layout = FolderLayout(["papers": true, "authors": false])
    ledger.keywords = [SitePath("keywords/a1/graph.html"), SitePath("keywords/tree.html")]
    ledger.gone = [SitePath("topics/lost.html")]
    ledger.changes.newPapers = [PaperID("b")]
    ledger.changes.gonePapers = 2
    ledger.changes.newTopics = ["speech"]
    ledger.changes.renamedTopics = [EditionChanges.Renaming(id: "graphs", from: "Trees")]
    ledger.changes.goneTopics = [EditionChanges.Departure(name: "Robots", to: "speech")]
    let read = try LedgerReader.read(ledger.json, file: "ledger.json")
    #expect(read == ledger)
    #expect(read.json == ledger.json)
  }

  @Test("an empty ledger goes both ways", arguments: ["", "{}"])
  func empty(_ text: String) throws {
    #expect(try LedgerReader.read(Array(text.utf8), file: "l") == Ledger())
  }

  @Test("a byte order mark, null and blanks around a name are taken")
  func lenient() throws {
    let text =
      "\u{FEFF}{\"topics\": [{\"id\": \"a\", \"name\": \"A\", \"rename\": \" My  name \", \"merge\": null, \"papers\": []}]}"
    let ledger = try LedgerReader.read(Array(text.utf8), file: "l")
    #expect(ledger.entries.map(\.rename) == ["My name"])
    #expect(ledger.entries.map(\.mergeInto) == [nil])
  }

  @Test(
    "what is no JSON is told to the byte",
    arguments: [
      ("{\n\"topics\": [\n{\"id\": \"a\" \"name\": \"b\"}]}", 3, 12, "a comma or a closing brace"),
      ("{\"topics\": [],\n}", 2, 1, "a string"), ("topics:\n - id: a", 1, 1, "a value"),
      ("{} {}", 1, 4, "the end of the file"),
      ("# note\n{}", 1, 1, "a value"), ("{\n<<<<<<< HEAD\n\"topics\": []}", 2, 1, "a string"),
      ("{\"topics\": [{", 1, 14, "a string"),
    ])
  func faults(_ text: String, _ line: Int, _ column: Int, _ expected: String) throws {
    let failure = #expect(throws: Failure.self) { try LedgerReader.read(Array(text.utf8), file: "l") }
    #expect(failure?.diagnostics.map(\.position) == [SourcePosition(file: "l", line: line, column: column)])
    #expect(failure?.diagnostics.first?.id == "ledger.json")
    #expect(failure?.diagnostics.first?.summary.contains(expected) == true)
  }

  /// A ledger of two topics, each on a line of its own from the second line on, with more members each.
  private static func ledger(_ one: String = "", _ other: String = "", _ rest: String = "") -> String {
    """
    {"topics": [
    {"id": "a", "name": "A", "papers": ["p"]\(one)},
    {"id": "b", "name": "B", "papers": ["q"]\(other)}]
    \(rest)}
    """
  }

  @Test(
    "a mistake is named with line and column, and nothing is taken for something else",
    arguments: [
      ("[]", 1, 1, "an object"), ("12", 1, 1, "an object"), ("{\n\"topcs\": []\n}", 2, 1, "topcs"),
      ("{\"topics\": null}", 1, 12, "list"), ("{\"topics\": [\n12]}", 2, 1, "A topic"),
      ("{\"topics\": [\n{\"id\": \"../x\", \"name\": \"A\", \"papers\": []}\n]}", 2, 8, "small letters"),
      ("{\"topics\": [\n{\"id\": 3, \"name\": \"A\", \"papers\": []}\n]}", 2, 8, "Text"),
      ("{\"topics\": [\n{\"id\": \"a\", \"papers\": []}\n]}", 2, 1, "no `name`"),
      ("{\"topics\": [\n{\"id\": \"a\", \"name\": \"A\"}\n]}", 2, 1, "no `papers`"),
      (ledger(", \"merge\": \"a\""), 2, 52, "itself"), (ledger(", \"merge\": \"c\""), 2, 52, "no topic \"c\""),
      (ledger(", \"merge\": \"b\"", ", \"merge\": \"a\""), 2, 52, "a → b → a"),
      (ledger(", \"merge\": 1"), 2, 52, "Text"), (ledger(", \"pin\": \"true\""), 2, 50, "`true`"),
      (ledger(", \"rename\": 7"), 2, 53, "name"), (ledger(", \"rename\": \"  \""), 2, 53, "name"),
      (ledger(", \"rename\": \"x\\ny\""), 2, 53, "one line"),
      (ledger(", \"rename\": \"\(String(repeating: "x", count: 201))\""), 2, 53, "200"),
      (ledger(", \"rename\": \"b\""), 2, 53, "\"b\" already"),
      (ledger(", \"rename\": \"C\"", ", \"rename\": \"c\""), 3, 53, "\"a\" has the name"),
      (ledger(", \"rename\": \"Deep\"", "", ", \"forbid\": [\"deep\"]"), 2, 53, "no topic may have"),
      (ledger(", \"pin\": true, \"pin\": false"), 2, 56, "twice"), (ledger(", \"renam\": \"x\""), 2, 43, "renam"),
      (ledger("", "", ", \"topics\": [{\"id\": \"a\", \"name\": \"A\", \"papers\": []}]"), 4, 3, "twice"),
      (ledger("", "", ", \"forbid\": \"x\""), 4, 13, "list"), (ledger("", "", ", \"forbid\": [1]"), 4, 14, "Text"),
      (ledger("", "", ", \"moved\": [{\"from\": \"old\", \"to\": \"bb\"}]"), 4, 35, "\"bb\""),
      (ledger("", "", ", \"moved\": [{\"from\": \"old\"}]"), 4, 13, "two ids"),
      (ledger("", "", ", \"gone\": [\"topics/../x.html\"]"), 4, 12, "address"),
      (ledger("", "", ", \"gone\": [\"papers/x.html\"]"), 4, 12, "address"),
      (ledger("", "", ", \"keywords\": [\"keywords/x\"]"), 4, 16, "address"),
      (ledger("", "", ", \"divided\": {\"topics\": true}"), 4, 15, "topics"),
      (ledger("", "", ", \"divided\": {\"papers\": 1}"), 4, 25, "`true`"),
      (ledger("", "", ", \"changes\": []"), 4, 14, "an object"),
      (ledger("", "", ", \"changes\": {\"gonePapers\": \"x\"}"), 4, 29, "number"),
      (ledger("", "", ", \"foundOf\": {\"papers\": \"0\"}"), 4, 14, "drift"),
      (ledger("", "", ", \"version\": 2"), 4, 14, "1 is"),
      (ledger("", "", ", \"format\": \"x\""), 4, 13, "offprint-ledger"),
      (
        "{\"topics\": [\n{\"id\": \"a\", \"name\": \"A\", \"papers\": []},\n{\"id\": \"a\", \"name\": \"B\", \"papers\": []}]}",
        3, 8, "already"
      ),
    ])
  func mistakes(_ text: String, _ line: Int, _ column: Int, _ words: String) throws {
    let failure = #expect(throws: Failure.self) { try LedgerReader.read(Array(text.utf8), file: "l") }
    #expect(failure?.diagnostics.first?.position == SourcePosition(file: "l", line: line, column: column))
    #expect(failure?.diagnostics.first?.summary.contains(words) == true, "\(failure?.diagnostics.first?.summary ?? "")")
  }

  @Test("all mistakes are told at once, in their order; a near miss is asked for")
  func all() throws {
    let text = Self.ledger(", \"merge\": \"bb\"", ", \"pin\": 1", ", \"forbd\": []")
    let failure = #expect(throws: Failure.self) { try LedgerReader.read(Array(text.utf8), file: "l") }
    #expect(failure?.diagnostics.map(\.position?.line) == [2, 3, 4])
    #expect(failure?.diagnostics.map(\.hint) == ["Did you mean \"b\"?", nil, "Did you mean \"forbid\"?"])
  }

  @Test("bytes that are no UTF-8 are told, not replaced")
  func broken() throws {
    var bytes = Array(Self.ledger().utf8)
    bytes[bytes.firstIndex(of: 0x41) ?? 0] = 0xFF
    let failure = #expect(throws: Failure.self) { try LedgerReader.read(bytes, file: "l") }
    #expect(failure?.diagnostics.map(\.position) == [SourcePosition(file: "l", line: 2, column: 22)])
  }
}
