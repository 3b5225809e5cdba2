import Foundation

/// Chooses the phrases that make index pages: they recur, they are good names, and each stands for one idea.
struct SiteKeywords {
  /// Sorted by name.
  private(set) var keywords: [Keyword] = []
  /// Indices into `keywords`, best first, per paper.
  private(set) var keywordsOfPaper: [[Int]] = []

  /// A keyword needs so many papers.
  static let leastPapers = 3
  /// A paper has at most so many.
  static let mostPerPaper = 8
  /// Phrases below this quality make no page; a single word needs more.
  static let leastQuality: Float = 0.25
  static let leastQualityOfWords: Float = 0.3

  /// Keywords of a collection of so many papers, at most: pages that a reader can oversee, 250 for 800 papers.
  static func most(papers: Int) -> Int { Int(4.6 * pow(Double(papers), 0.6)) }

  init(_ index: PhraseIndex) {
    let choice = KeywordChoice(index)
    keywordsOfPaper = Array(repeating: [], count: index.papers)
    var papers: [Int: [(paper: Int, weight: Float, isInTitle: Bool)]] = [:]
    for (paper, chosen) in choice.chosen.enumerated() {
      for entry in chosen { papers[entry.phrase, default: []].append((paper, entry.weight, entry.isInTitle)) }
    }
    let names = papers.keys.sorted().filter { papers[$0, default: []].count >= Self.leastPapers }
      .map { (name: index.shownText(of: $0), phrase: $0) }
      .sorted { ($0.name.lowercased(), $0.name, $0.phrase) < ($1.name.lowercased(), $1.name, $1.phrase) }
    let acronyms = index.acronymsOfPhrases
    var number: [Int: Int] = [:]
    for (name, phrase) in names {
      let members = papers[phrase, default: []].sorted {
        ($0.isInTitle ? 0 : 1, $1.weight, $0.paper) < ($1.isInTitle ? 0 : 1, $0.weight, $1.paper)
      }
      var keyword = Keyword(name: name, papers: members.map(\.paper), titleCount: members.count(where: \.isInTitle))
      keyword.acronym = acronyms[phrase]
      number[phrase] = keywords.count
      keywords.append(keyword)
    }
    for (paper, chosen) in choice.chosen.enumerated() {
      keywordsOfPaper[paper] = chosen.compactMap { number[$0.phrase] }
    }
    relate()
  }

  /// Fills `goesWith`: the keywords whose papers are the same more often than chance has it.
  private mutating func relate() {
    let total = Float(keywordsOfPaper.count)
    for keyword in keywords.indices {
      var together: [Int: Int] = [:]
      for paper in keywords[keyword].papers { for other in keywordsOfPaper[paper] { together[other, default: 0] += 1 } }
      together[keyword] = nil
      let own = Float(keywords[keyword].papers.count)
      let ranked = together.keys.sorted().compactMap { other -> (other: Int, strength: Float)? in
        let both = Float(together[other, default: 0])
        let expected = own * Float(keywords[other].papers.count) / total
        guard both >= 2, both > expected else { return nil }
        return (other, (both - expected) / (expected + 1).squareRoot())
      }
      keywords[keyword].goesWith = ranked.sorted { ($1.strength, $0.other) < ($0.strength, $1.other) }.prefix(8).map(
        \.other)
    }
  }
}
