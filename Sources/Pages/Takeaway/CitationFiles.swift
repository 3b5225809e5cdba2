import Planning
import Text

/// Citations of the whole collection and of each topic, in the three formats that reference managers read.
struct CitationFiles: Sendable {
  /// Most bytes of one `.bib` or `.ris` file; more papers go into further files.
  private static let largest = 50_000_000
  /// Papers of one piece of a large file.
  private static let pieceSize = 512

  private let facts: Facts

  init(_ facts: Facts) { self.facts = facts }

  /// The files of the whole collection: `papers.bib`, `papers.ris`, `papers.csl.json`.
  var whole: [PiecewiseFile] {
    let lists = [(CitationTexts.Format.bibTeX, ".bib"), (.ris, ".ris")].flatMap { format, ending in
      parts(format).enumerated().map { number, papers in
        PiecewiseFile(Self.path("papers", number, ending), papers, of: Self.pieceSize) { piece in
          joined(piece, format, isFirst: piece.lowerBound == papers.lowerBound)
        }
      }
    }
    let papers = facts.library.papers.indices
    let csl = PiecewiseFile(SitePath("papers.csl.json"), papers, of: Self.pieceSize) { piece in
      array(piece, isFirst: piece.lowerBound == 0, isLast: piece.upperBound == papers.upperBound)
    }
    return lists + [csl]
  }

  /// The files of one topic, beside its page.
  func topic(_ topic: Int) -> [(path: SitePath, bytes: [UInt8])] {
    let papers = facts.atlas.topics[topic].papers
    let page = facts.plan.topics[topic]
    return [
      (page.beside(".bib"), joined(papers, .bibTeX)), (page.beside(".ris"), joined(papers, .ris)),
      (page.beside(".csl.json"), array(papers)),
    ]
  }

  private static func path(_ stem: String, _ number: Int, _ suffix: String) -> SitePath {
    SitePath(number == 0 ? stem + suffix : "\(stem)-\(number + 1)\(suffix)")
  }

  /// The papers of each file of the whole collection.
  private func parts(_ format: CitationTexts.Format) -> [Range<Int>] {
    let papers = facts.library.papers.indices
    var parts: [Range<Int>] = []
    var first = 0
    var size = 0
    for paper in papers {
      let next = facts.citations.count(format, of: paper) + 1
      if size + next > Self.largest {
        parts.append(first..<paper)
        (first, size) = (paper, 0)
      }
      size += next
    }
    return parts + [first..<papers.upperBound]
  }

  /// Entries with an empty line between two.
  private func joined(
    _ papers: some Sequence<Int>, _ format: CitationTexts.Format, isFirst: Bool = true
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var isFirst = isFirst
    for paper in papers {
      if !isFirst { bytes.append(0x0A) }
      facts.citations.append(format, of: paper, to: &bytes)
      isFirst = false
    }
    return bytes
  }

  /// A CSL-JSON array, one paper a line, or a part of it.
  private func array(_ papers: some Sequence<Int>, isFirst: Bool = true, isLast: Bool = true) -> [UInt8] {
    var bytes: [UInt8] = isFirst ? [0x5B] : []
    var isFirst = isFirst
    for paper in papers {
      if !isFirst { bytes.append(0x2C) }
      bytes.append(0x0A)
      facts.citations.append(.csl, of: paper, to: &bytes)
      isFirst = false
    }
    if isLast { bytes += [0x0A, 0x5D, 0x0A] }
    return bytes
  }
}
