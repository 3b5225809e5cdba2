import Testing

@testable import Papers

@Suite struct MergingTests {
  private func library(_ files: [(String, String)]) -> Library {
    Library.gather(files.map { InputFile(name: $0.0, text: $0.1) }, threads: 1).library
  }

  private func titles(_ one: String, _ other: String, _ abstracts: (String, String)) -> [String] {
    library([("a.txt", "\(one)\n\(abstracts.0)"), ("b.txt", "\(other)\n\(abstracts.1)")]).papers.map(\.title)
  }

  @Test func oneTitleInTwoDumpsIsOnePaper() {
    let text = "One\nText of one.\nTwo\nText of two."
    let found = library([("b/second.txt", text), ("a/first.txt", "Two\nText of two.\nThree\nText of three.")])
    #expect(found.dumps.map(\.name) == ["first", "second"])
    #expect(found.papers.map(\.title) == ["Two", "Three", "One"])
    #expect(found.papers[0].sightings == [Sighting(dump: 0, rank: 1, line: 1), Sighting(dump: 1, rank: 2, line: 3)])
    #expect(found.merges == [Merge(paper: 0, sighting: Sighting(dump: 1, rank: 2, line: 3), reason: .sameTitle)])
    #expect(found.tally == Tally(read: 4, papers: 3, merged: 1, dropped: 0))
  }

  @Test(arguments: [
    ("Deep Learning", "deep  learning"), ("Pre-training at Scale", "Pre-Training At Scale."),
    ("It’s “Fine”", "It's \"Fine\""), ("Cafe\u{301} Networks", "Caf\u{E9} Networks"),
    ("State-of-the-Art", "State of the Art"),
  ])
  func caseAndTypographyMakeNoOtherPaper(_ one: String, _ other: String) {
    #expect(titles(one, other, ("A text of one kind.", "Another abstract entirely.")) == [one])
  }

  @Test(arguments: [
    ("Compiling C", "Compiling C++"), ("Resume", "Résumé"), ("Static Analysis of C", "Static Analysis of C#"),
  ])
  func oneMarkMakesAnotherPaperWhereAbstractsDiffer(_ one: String, _ other: String) {
    #expect(titles(one, other, ("A text of one kind.", "Another abstract entirely.")) == [one, other])
    #expect(titles(one, other, (Sample.abstracts[0], Sample.abstracts[0])) == [one])
  }

  @Test func twoPapersOfOneTitleHaveTwoIdentifiers() {
    let lines = [
      #"{"id": "x1", "title": "Preface", "abstract": "\#(Sample.abstracts[0])"}"#,
      #"{"id": "x2", "title": "Preface", "abstract": "\#(Sample.abstracts[1])"}"#,
    ]
    let found = library([("a.jsonl", lines.joined(separator: "\n"))])
    let turned = library([("a.jsonl", lines.reversed().joined(separator: "\n"))])
    #expect(found.papers.count == 2)
    #expect(Set(found.papers.map(\.id)).count == 2)
    #expect(Set(found.papers.map { $0.id.value + $0.abstract }) == Set(turned.papers.map { $0.id.value + $0.abstract }))
  }

  @Test func oneIdentifierIsOnePaper() {
    let found = library([
      ("a.jsonl", #"{"id": "2401.00001", "title": "Old Title", "abstract": "Old text."}"#),
      ("b.jsonl", #"{"id": "2401.00001", "title": "New Title", "abstract": "New text.", "year": 2024}"#),
    ])
    #expect(found.papers.map(\.title) == ["Old Title"])
    #expect(found.papers[0].details.year == 2024)
    #expect(found.merges.map(\.reason) == [.sameID])
    #expect(found.merges.map(\.otherTitle) == ["New Title"])
  }

  @Test func numbersOfTwoCollectionsAreNoIdentifiers() {
    let found = library([
      ("a.jsonl", #"{"_id": "1", "title": "Wings", "text": "Wings in a slipstream."}"#),
      ("b.jsonl", #"{"_id": "1", "title": "Cells", "text": "Cells of the blood."}"#),
    ])
    #expect(found.papers.map(\.title) == ["Wings", "Cells"])
  }

  @Test func theIdentifierIsDrawnFromTheTitleAlone() {
    let one = library([("a.txt", "Deep Learning\nText.")]).papers[0].id
    let other = library([("z.txt", "Other\nText.\nDEEP LEARNING\nAnother text.")]).papers[1].id
    #expect(one == other)
    #expect(one.value.count == 10)
    #expect(one.value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
  }
}

extension MergingTests {
  @Test func aRetitledVersionIsOnePaper() {
    let changed = Sample.abstracts[2].replacing("four points", with: "five points")
    let found = Library.gather(
      [
        InputFile(name: "a.txt", text: Sample.lines.joined(separator: "\n")),
        InputFile(name: "b.txt", text: "Folding Proteins with Graph Networks and Messages\n\(changed)"),
      ], threads: 1
    ).library
    #expect(found.merges.map(\.reason) == [.nearAbstract])
    #expect(found.merges.map(\.paper) == [2])
    #expect(found.papers.count == 5)
  }

  @Test func aTemplateMakesNoVersions() {
    let template =
      "We study a problem of the field and report results on several benchmarks, comparing with earlier methods "
      + "and discussing limits of the approach in some detail, with code and data for all of the experiments."
    let found = Library.gather(
      [InputFile(name: "a.txt", text: "Graph Kernels\nA library. \(template)\nBlood Cells\nA census. \(template)")],
      threads: 1
    ).library
    #expect(found.papers.count == 2)
  }
}
