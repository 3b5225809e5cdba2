import Parallel
import Text

/// The citations of all papers in the formats that reference managers read, written once for all that shows them:
/// the pages of papers, the files of topics and of the whole, the reading list.
struct CitationTexts: Sendable {
  enum Format: Sendable { case bibTeX, ris, csl }

  /// The citations of so many papers lie in one piece of memory.
  private static let sliceSize = 512
  private let slices: [Slice]

  init(_ papers: Int, _ slices: Slices, citation: @Sendable (Int) -> Citation) {
    self.slices = slices.map(papers, sliceSize: Self.sliceSize) { Slice($0.lazy.map(citation)) }
  }

  /// Hands over the citation of a paper.
  func read<Result>(
    _ format: Format, of paper: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    slices[paper / Self.sliceSize].read(format, of: paper % Self.sliceSize, body)
  }

  /// Bytes of the citation of a paper.
  func count(_ format: Format, of paper: Int) -> Int { read(format, of: paper) { $0.count } }

  /// Appends the citation of a paper.
  func append(_ format: Format, of paper: Int, to output: inout [UInt8]) {
    read(format, of: paper) { output.append(contentsOf: $0) }
  }

  /// The citation of a paper as HTML.
  func html(_ format: Format, of paper: Int) -> Markup {
    read(format, of: paper) { text in
      var html: [UInt8] = []
      // Room for the quotes of CSL-JSON, which become references.
      html.reserveCapacity(text.count + text.count / 2)
      HTMLEscaping.append(text, to: &html)
      return Markup(bytes: html)
    }
  }
}

/// The citations of some papers, those of each format one behind the other.
private struct Slice: Sendable {
  private var bibTeX = Column()
  private var ris = Column()
  private var csl = Column()

  struct Column: Sendable {
    var bytes: [UInt8] = []
    /// End of each paper's citation.
    var ends: [Int] = []

    func read<Result>(_ paper: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
      let range = (paper == 0 ? 0 : ends[paper - 1])..<ends[paper]
      return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
  }

  init(_ citations: some Sequence<Citation>) {
    for citation in citations {
      citation.appendBibTeX(to: &bibTeX.bytes)
      bibTeX.ends.append(bibTeX.bytes.count)
      citation.appendRIS(to: &ris.bytes)
      ris.ends.append(ris.bytes.count)
      var json = JSONWriter(reserving: 512)
      citation.writeCSL(into: &json)
      csl.bytes += json.bytes
      csl.ends.append(csl.bytes.count)
    }
  }

  func read<Result>(
    _ format: CitationTexts.Format, of paper: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    switch format {
    case .bibTeX: bibTeX.read(paper, body)
    case .ris: ris.read(paper, body)
    case .csl: csl.read(paper, body)
    }
  }
}
