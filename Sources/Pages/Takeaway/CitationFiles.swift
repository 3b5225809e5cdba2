import Planning
import Text

/// Citations of the whole collection and of each topic, in the three formats that reference managers read.
struct CitationFiles: Sendable {
  /// Most bytes of one `.bib` or `.ris` file; more papers go into further files.
  private static let largest = 50_000_000

  private let facts: Facts
  /// Every paper in each format, made once for all the files that it stands in.
  private let entries: [Entry]

  private struct Entry: Sendable {
    var bibTeX: [UInt8]
    var ris: [UInt8]
    var csl: [UInt8]
  }

  init(_ facts: Facts) {
    self.facts = facts
    entries = facts.library.papers.indices.map { paper in
      let citation = facts.citation(of: paper)
      var entry = Entry(bibTeX: [], ris: [], csl: [])
      citation.appendBibTeX(to: &entry.bibTeX)
      citation.appendRIS(to: &entry.ris)
      var json = JSONWriter(reserving: 256)
      citation.writeCSL(into: &json)
      entry.csl = json.bytes
      return entry
    }
  }

  /// The files of the whole collection: `papers.bib`, `papers.ris`, `papers.csl.json`.
  var whole: [(path: SitePath, bytes: [UInt8])] {
    let papers = Array(entries.indices)
    let bibTeX = parts(papers, \.bibTeX).enumerated().map { (Self.path("papers", $0, ".bib"), $1) }
    let ris = parts(papers, \.ris).enumerated().map { (Self.path("papers", $0, ".ris"), $1) }
    return bibTeX + ris + [(SitePath("papers.csl.json"), csl(papers))]
  }

  /// The files of one topic, beside its page.
  func topic(_ topic: Int) -> [(path: SitePath, bytes: [UInt8])] {
    let papers = facts.atlas.topics[topic].papers
    let page = facts.plan.topics[topic]
    return [
      (page.beside(".bib"), joined(papers, \.bibTeX)), (page.beside(".ris"), joined(papers, \.ris)),
      (page.beside(".csl.json"), csl(papers)),
    ]
  }

  private static func path(_ stem: String, _ number: Int, _ suffix: String) -> SitePath {
    SitePath(number == 0 ? stem + suffix : "\(stem)-\(number + 1)\(suffix)")
  }

  private func joined(_ papers: some Sequence<Int>, _ format: KeyPath<Entry, [UInt8]>) -> [UInt8] {
    var bytes: [UInt8] = []
    for paper in papers {
      if !bytes.isEmpty { bytes.append(0x0A) }
      bytes += entries[paper][keyPath: format]
    }
    return bytes
  }

  private func parts(_ papers: [Int], _ format: KeyPath<Entry, [UInt8]>) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var first = 0
    var size = 0
    for paper in papers {
      let next = entries[paper][keyPath: format].count + 1
      if size + next > Self.largest {
        parts.append(joined(papers[first..<paper], format))
        (first, size) = (paper, 0)
      }
      size += next
    }
    return parts + [joined(papers[first...], format)]
  }

  private func csl(_ papers: [Int]) -> [UInt8] {
    var bytes: [UInt8] = [0x5B]
    for (at, paper) in papers.enumerated() {
      bytes.append(contentsOf: at == 0 ? [0x0A] : [0x2C, 0x0A])
      bytes += entries[paper].csl
    }
    return bytes + [0x0A, 0x5D, 0x0A]
  }
}
