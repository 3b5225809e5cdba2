import Diagnostics
import Glibc
import Mustache
@testable import Papers
import Parallel
import TeX
import Text

/// What can be fed with bytes that mean harm.
enum FuzzTarget: String, CaseIterable {
  case dump, jsonl, json, bibtex, tagged, atom, table, markdown, gzip, gather, tex, math, template, tokens

  static let chosen = getenv("FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) } ?? .gather

  /// Runs once; a trap or a broken promise ends the process.
  func run(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    let lines = input.withUnsafeBufferPointer { LineTable($0) }
    switch self {
    case .dump: check(TextDumpReader.read(input, file: "f", lines: lines, slices: Slices(threads: 1)))
    case .jsonl: check(JSONReader.readLines(input, file: "f", lines: lines, slices: Slices(threads: 1)))
    case .json: check(JSONReader.readValues(input, file: "f", lines: lines))
    case .bibtex: check(BibTeXReader.read(input, file: "f", lines: lines))
    case .tagged: check(TaggedReader.read(input, file: "f", lines: lines))
    case .atom: check(AtomReader.read(input, file: "f", lines: lines))
    case .table: check(TableReader.read(input, file: "f", lines: lines))
    case .markdown: check(MarkdownListReader.read(input, file: "f", lines: lines))
    case .gzip:
      promise(GzipFile.unpacked(input, limit: 1 << 20).bytes.count <= 1 << 20, "more was unpacked than allowed")
    case .gather: gather(input)
    case .tex: tex(text)
    case .math: math(text)
    case .template: template(text)
    case .tokens: tokens(text)
    }
  }

  private func promise(_ isKept: Bool, _ what: String) {
    if !isKept { preconditionFailure(what) }
  }

  private func check(_ reading: Reading) {
    promise(reading.dropped <= reading.diagnostics.count, "an entry was dropped in silence")
    for record in reading.records {
      promise(!record.title.isEmpty, "a record has no title")
      promise(
        record.title.utf8.count <= Limits.title && record.abstract.utf8.count <= Limits.abstract, "a text is long")
      for text in [record.title, record.abstract] {
        promise(!text.utf8.contains { $0 < 0x20 || $0 == 0x7F }, "a control character was left")
      }
    }
  }

  /// Two files with the same papers in them: every path of merging.
  private func gather(_ input: [UInt8]) {
    let half = input.count / 2
    let files = [input, Array(input[..<half])].map { InputFile(name: "f", bytes: $0) }
    let (library, _) = Library.gather(files, threads: 1)
    let tally = library.tally
    promise(tally.read == tally.papers + tally.merged + tally.dropped, "the counts do not add up")
    promise(Set(library.papers.map(\.id)).count == library.papers.count, "an id stands twice")
    for paper in library.papers { if let range = Contribution.range(in: paper.abstract) { _ = range.count } }
  }

  private func tex(_ text: String) {
    for bracesAreTeX in [false, true] {
      guard let mended = TeX.mended(text, bracesAreTeX: bracesAreTeX) else { continue }
      promise(mended.utf8.count <= 64 * text.utf8.count + 64, "mending made a text much longer")
      _ = TeX.plain(mended)
    }
  }

  private func math(_ text: String) {
    _ = MathML.render(text, isDisplayed: false)
    _ = MathText.plain(text)
    for span in TeX.formulas(in: text) { promise(span.range.upperBound <= text.utf8.count, "a formula ends outside") }
  }

  /// The input's lines between `%%` are files; all of them may name each other.
  private func template(_ text: String) {
    let parts = text.split(separator: "%%", maxSplits: 2).map(String.init)
    let files = zip(["t.html", "a.html", "b.html"], parts).map { (name: $0, text: $1) }
    do throws(Failure) {
      let output = try TemplateSet(files: files).template("t.html", for: FuzzShelf.self).render(FuzzShelf.sample)
      promise(output.count < 4_000_000, "a small template made a huge page")
    } catch {
      promise(!error.diagnostics.isEmpty, "a failure has no message")
    }
  }

  private func tokens(_ text: String) {
    for word in SearchTokens.words(text) {
      promise(!word.word.isEmpty && word.word.utf8.count <= 4 * SearchTokens.longestWord, "a word is empty or endless")
    }
    for range in Sentences.ranges(in: text) { promise(range.upperBound <= text.utf8.count, "a sentence ends outside") }
    _ = Slug.of(text)
  }
}
