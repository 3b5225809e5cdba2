import Diagnostics
import Testing

@testable import Papers

@Suite struct HostileInputTests {
  @Test func anEmptyFileStopsNoOther() {
    let (library, diagnostics) = Library.gather(
      [InputFile(name: "a.txt", bytes: []), InputFile(name: "b.txt", text: "Title\nText.")], threads: 1)
    #expect(library.dumps.map(\.entries) == [0, 1])
    #expect(library.papers.map(\.title) == ["Title"])
    #expect(diagnostics.map(\.id) == ["input.empty"])
  }

  @Test(arguments: ["", "\n", "\n\n  \n", "\u{FEFF}", "\0\0\n\0"])
  func nothingIsNoPaper(_ text: String) {
    let (library, diagnostics) = Sample.gather(text)
    #expect(library.papers.isEmpty)
    #expect(!diagnostics.faults.isEmpty)
  }

  @Test func marksAndLineEndsOfOtherSystems() {
    let (library, diagnostics) = Sample.gather("\u{FEFF}" + Sample.lines.joined(separator: "\r\n") + "\r\n")
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(library.papers.map(\.abstract) == Sample.abstracts)
    #expect(diagnostics.faults.isEmpty)
    #expect(Sample.gather(Sample.lines.joined(separator: "\r")).library.papers == library.papers)
  }

  @Test func controlCharactersAreTakenOut() {
    let (library, diagnostics) = Sample.gather("A\u{7}B\0C title\nText\u{1B}[0m with\ta tab.\nSecond\nText.")
    #expect(library.papers.map(\.title) == ["ABC title", "Second"])
    #expect(library.papers.map(\.abstract) == ["Text[0m with a tab.", "Text."])
    #expect(diagnostics.faults == ["text.control-characters@1", "text.control-characters@2"])
    #expect(diagnostics.first?.position?.column == 2)
  }

  @Test(arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0x1FFFF, 0x10FFFE] as [UInt32])
  func noncharactersAreTakenOut(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let (library, diagnostics) = Sample.gather("A\(Character(scalar))B title\nText.")
    #expect(library.papers.map(\.title) == ["AB title"])
    #expect(diagnostics.faults == ["text.control-characters@1"])
  }

  @Test func brokenUTF8IsReplacedAndReported() {
    let bytes = Array("Caf".utf8) + [0xE9] + Array(" title\nText \u{E9}.\nB".utf8) + [0xC3] + Array("\nText.".utf8)
    let (library, diagnostics) = Library.gather([InputFile(name: "a.txt", bytes: bytes)], threads: 1)
    #expect(library.papers.map(\.title) == ["Caf\u{FFFD} title", "B\u{FFFD}"])
    #expect(library.papers[0].abstract == "Text \u{E9}.")
    #expect(diagnostics.faults == ["text.broken-utf8@1", "text.broken-utf8@3"])
    #expect(diagnostics.first?.position == SourcePosition(file: "a.txt", line: 1, column: 4))
  }

  @Test func utf16IsReadAsText() {
    let units = Array(Sample.lines.joined(separator: "\n").utf16)
    let little: [UInt8] = units.reduce(into: [0xFF, 0xFE]) { $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)] }
    let (library, diagnostics) = Library.gather([InputFile(name: "a.txt", bytes: little)], threads: 1)
    #expect(library.papers.map(\.title) == Sample.titles)
    #expect(diagnostics.faults == ["input.utf-16@0"])
  }

  @Test func anEndlessAbstractIsCut() throws {
    let long = String(repeating: "An endless abstract goes on. ", count: 40_000)
    let lines = Sample.lines[..<2] + ["Endless", long] + Sample.lines[4...]
    let (library, diagnostics) = Sample.gather(Array(lines))
    #expect(library.papers.count == 5)
    let cut = library.papers[1].abstract
    #expect(cut.utf8.count <= 65_536 && long.hasPrefix(cut.dropLast()) && cut.hasSuffix("…"))
    #expect(diagnostics.faults == ["paper.long-abstract@3"])
  }

  @Test func anEndlessTitleIsCut() {
    let lines =
      Sample.lines[..<2] + [String(repeating: "Long ", count: 1_000), Sample.abstracts[1]] + Sample.lines[4...]
    let (library, diagnostics) = Sample.gather(Array(lines))
    #expect(library.papers.count == 5)
    #expect(library.papers[1].title.hasPrefix("Long Long") && library.papers[1].title.hasSuffix("…"))
    #expect(library.papers[2].title == Sample.titles[2])
    #expect(diagnostics.faults == ["paper.long-title@3"])
  }

  @Test func scriptsOfTheWorld() {
    let lines = [
      "深度学习在中文分词中的应用", "中文分词是自然语言处理的基础任务。本文提出了一种基于深度学习的方法，并在多个数据集上进行了实验。结果表明该方法优于以往的方法。",
      "التعلم العميق للغة العربية",
      "تعد معالجة اللغة العربية مهمة صعبة. نقترح في هذه الورقة نموذجا جديدا يتفوق على النماذج السابقة.",
      "言語処理", "形態素解析は重要である。",
    ]
    let (library, diagnostics) = Sample.gather(lines)
    #expect(library.papers.map(\.title) == [lines[0], lines[2], lines[4]])
    #expect(library.papers.map(\.abstract) == [lines[1], lines[3], lines[5]])
    #expect(Set(library.papers.map(\.id)).count == 3)
    #expect(diagnostics.isEmpty)
  }
}
