import Foundation
import Papers
import Topics

/// The keywords that a dump has more of than the others.
public enum DumpEmphasis {
  private static let leastPapers = 3
  /// Weight of the prior, in papers.
  private static let prior = 5.0

  /// Indices into the atlas's keywords, strongest first, at most `most`; none for a lone dump.
  ///
  /// The log-odds ratio with an informative Dirichlet prior, in standard deviations (Monroe, Colaresi and Quinn 2008).
  public static func keywords(of dump: Int, _ library: Library, _ atlas: Atlas, most: Int) -> [Int] {
    let isHere = library.papers.map { paper in paper.sightings.contains { $0.dump == dump } }
    let here = Double(isHere.count { $0 })
    let rest = Double(isHere.count) - here
    guard here > 0, rest > 0 else { return [] }
    let ranked = atlas.keywords.indices.compactMap { keyword -> (keyword: Int, strength: Double)? in
      let papers = atlas.keywords[keyword].papers
      let inside = Double(papers.count { isHere[$0] })
      guard Int(inside) >= leastPapers else { return nil }
      let outside = Double(papers.count) - inside
      let expected = prior * Double(papers.count) / (here + rest)
      let a = (inside + expected) / (here - inside + prior - expected)
      let b = (outside + expected) / (rest - outside + prior - expected)
      let strength = (log(a) - log(b)) / (1 / (inside + expected) + 1 / (outside + expected)).squareRoot()
      return strength > 1 ? (keyword, strength) : nil
    }
    return ranked.sorted { ($1.strength, $0.keyword) < ($0.strength, $1.keyword) }.prefix(most).map(\.keyword)
  }
}
