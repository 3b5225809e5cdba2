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
    ledger.changes.newPapers = [PaperID("b")]
    ledger.changes.gonePapers = 2
    ledger.changes.newTopics = ["speech"]
    ledger.changes.renamedTopics = [EditionChanges.Renaming(id: "graphs", from: "Trees")]
    ledger.changes.goneTopics = [EditionChanges.Departure(name: "Robots", to: "speech")]
    let read = try LedgerReader.read(String(decoding: ledger.json, as: UTF8.self), file: "ledger.json")
    #expect(read == ledger)
    #expect(read.json == ledger.json)
  }

  @Test("an empty ledger goes both ways", arguments: ["", "{}"])
  func empty(_ text: String) throws {
    #expect(try LedgerReader.read(text, file: "l") == Ledger())
  }

  @Test(
    "a mistake is named with line and column",
    arguments: [
      ("{\n\"topcs\": []\n}", 2, 1), ("{\"topics\": [\n{\"id\": \"../x\"}\n]}", 2, 1),
      ("{\"topics\": [\n{\"id\": \"a\", \"name\": \"A\", \"merge\": \"b\"}\n]}", 2, 35),
      ("{\"topics\": [\n{\"id\": \"a\", \"name\": \"A\", \"pin\": \"perhaps\"}\n]}", 2, 33),
    ])
  func mistakes(_ text: String, _ line: Int, _ column: Int) throws {
    let failure = #expect(throws: Failure.self) { try LedgerReader.read(text, file: "l") }
    #expect(failure?.diagnostics.first?.position == SourcePosition(file: "l", line: line, column: column))
  }
}
