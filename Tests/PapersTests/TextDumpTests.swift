import Diagnostics
import Testing

@testable import Papers

@Suite struct TextDumpTests {
  @Test func titlesAndAbstractsTakeTurns() {
    let (library, diagnostics) = Sample.gather(Sample.lines)
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(library.papers.map(\.abstract) == Sample.abstracts)
    #expect(library.papers.map(\.sightings) == (0..<5).map { [Sighting(dump: 0, rank: $0 + 1, line: 2 * $0 + 1)] })
    #expect(library.dumps == [Dump(name: "a", file: "a.txt", format: "text dump", entries: 5, dropped: 0)])
    #expect(library.tally == Tally(read: 5, papers: 5, merged: 0, dropped: 0))
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    ["Get trending papers in your email inbox once a day!", "Get trending papers in your email inbox!"],
    ["Get trending papers in your email inbox!"],
    ["Daily Papers", "", "Get trending papers in your email inbox once a day!", "Log In", "Sign Up"],
    [],
  ])
  func theChromeOfThePageIsNoPaper(_ chrome: [String]) {
    var lines = Sample.lines
    lines[0] = "Subscribe" + lines[0]
    let (library, diagnostics) = Sample.gather(chrome + lines)
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(diagnostics.faults.isEmpty)
    #expect(diagnostics.contains { $0.id == "dump.glued-button" })
  }

  @Test func chromeAtTheEndIsNoPaper() {
    let (library, diagnostics) = Sample.gather(Sample.lines + ["Get trending papers in your email inbox!", ""])
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(diagnostics.faults.isEmpty)
  }

  @Test(arguments: ["Subscriber Churn in Telephone Networks", "Subscribe or Leave: A Game of Platforms"])
  func aTitleMayBeginLikeTheButton(_ title: String) {
    let (library, _) = Sample.gather(["Get trending papers in your email inbox!", title, Sample.abstracts[0]])
    #expect(library.papers.map(\.title) == [title])
  }

  @Test(arguments: 0...10)
  func aBlankLineSwapsNothing(_ place: Int) {
    var lines = Sample.lines
    lines.insert("", at: place)
    let (library, diagnostics) = Sample.gather(lines)
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(library.papers.map(\.abstract) == Sample.abstracts)
    #expect(diagnostics.faults == (place % 2 == 1 ? ["dump.blank-line@\(place + 1)"] : []))
  }

  @Test(arguments: 0..<5)
  func aMissingAbstractIsMissedByNoOther(_ paper: Int) {
    var lines = Sample.lines
    lines.remove(at: 2 * paper + 1)
    let (library, diagnostics) = Sample.gather(lines)
    var abstracts = Sample.abstracts
    abstracts[paper] = ""
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(library.papers.map(\.abstract) == abstracts)
    #expect(diagnostics.faults == ["paper.missing-abstract@\(2 * paper + 1)"])
  }

  @Test(arguments: 0..<5)
  func aMissingTitleIsMissedByNoOther(_ paper: Int) {
    var lines = Sample.lines
    lines.remove(at: 2 * paper)
    let (library, diagnostics) = Sample.gather(lines)
    #expect(library.papers.map(\.abstract) == Sample.abstracts)
    var titles = library.papers.map(\.title)
    #expect(titles[paper].hasSuffix("…") && Sample.abstracts[paper].hasPrefix(titles[paper].dropLast()))
    titles[paper] = Sample.titles[paper]
    #expect(titles == Sample.titles)
    #expect(diagnostics.faults == ["paper.missing-title@\(2 * paper + 1)"])
  }

  @Test(arguments: 0..<5, [0.2, 0.5, 0.8])
  func anAbstractInTwoLinesIsOne(_ paper: Int, _ share: Double) {
    var lines = Sample.lines
    let words = Sample.abstracts[paper].split(separator: " ")
    let cut = Int(Double(words.count) * share)
    lines[2 * paper + 1] = words[..<cut].joined(separator: " ") + "\n" + words[cut...].joined(separator: " ")
    let (library, diagnostics) = Sample.gather(lines)
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(library.papers.map(\.abstract) == Sample.abstracts)
    #expect(diagnostics.faults == ["dump.broken-abstract@\(2 * paper + 3)"])
  }

  @Test func oddLinesAreNoSlips() {
    let lines = [
      "Front Matter", "Personal Notes", Sample.titles[0], Sample.abstracts[0],
      "What is a word? We do not know. On the limits of a notion.", Sample.abstracts[1],
    ]
    let (library, diagnostics) = Sample.gather(lines)
    #expect(library.papers.map(\.title) == [lines[0], lines[2], lines[4]])
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: ["# ", "- ", "1. ", "> ", "--- ", "[foo]: ", "{x} ", "@ "])
  func marksAtTheStartOfALineAreText(_ mark: String) {
    let lines = [mark + Sample.titles[0], mark + Sample.abstracts[0], Sample.titles[1], Sample.abstracts[1]]
    let (library, diagnostics) = Sample.gather(lines)
    #expect(library.papers.map(\.title) == [lines[0], lines[2]])
    #expect(library.papers.map(\.abstract) == [lines[1], lines[3]])
    #expect(diagnostics.isEmpty)
  }

  @Test func oneePaperIsALibrary() {
    let (library, diagnostics) = Sample.gather(["Title", "Text."])
    #expect(library.papers.map(\.title) == ["Title"])
    #expect(library.papers.map(\.abstract) == ["Text."])
    #expect(diagnostics.isEmpty)
  }

  @Test(.enabled(if: RealDumps.exist)) func theRealDumpsAreRead() throws {
    let files = try RealDumps.files()
    let (library, diagnostics) = Library.gather(files, threads: 2)
    #expect(library.tally == Tally(read: 854, papers: 793, merged: 61, dropped: 0))
    #expect(Set(library.papers.map(\.id)).count == 793)
    #expect(diagnostics.faults.isEmpty)
    let turned = Library.gather(files.reversed(), threads: 1)
    #expect(turned.library == library)
  }
}
