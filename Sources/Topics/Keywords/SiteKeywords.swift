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
    var members = [[Member]](repeating: [], count: index.phrases.count)
    for paper in 0..<index.papers {
      for entry in choice.chosen.of(paper) {
        members[entry.phrase].append(Member(paper: paper, weight: entry.weight, isInTitle: entry.isInTitle))
      }
    }
    let names = members.indices.filter { members[$0].count >= Self.leastPapers }
      .map { (phrase: $0, name: index.shownText(of: $0)) }
      .map { (folded: $0.name.lowercased(), name: $0.name, phrase: $0.phrase) }
      .sorted { ($0.folded, $0.name, $0.phrase) < ($1.folded, $1.name, $1.phrase) }
    let acronyms = index.acronymsOfPhrases
    var numbers = [Int](repeating: -1, count: members.count)
    for (_, name, phrase) in names {
      let papers = members[phrase].sorted()
      var keyword = Keyword(name: name, papers: papers.map(\.paper), titleCount: papers.count(where: \.isInTitle))
      keyword.acronym = acronyms[phrase]
      numbers[phrase] = keywords.count
      keywords.append(keyword)
    }
    keywordsOfPaper = (0..<index.papers).map { paper in
      choice.chosen.of(paper).lazy.map { numbers[$0.phrase] }.filter { $0 >= 0 }
    }
    relate()
  }

  /// A paper that chose a phrase: those with it in the title come first, then those in which it weighs most.
  private struct Member: Comparable {
    var paper: Int
    var weight: Float
    var isInTitle: Bool

    static func < (a: Member, b: Member) -> Bool {
      (a.isInTitle ? 0 : 1, b.weight, a.paper) < (b.isInTitle ? 0 : 1, a.weight, b.paper)
    }
  }

  /// Fills `goesWith`: the keywords whose papers are the same more often than chance has it.
  private mutating func relate() {
    let total = Float(keywordsOfPaper.count)
    let sizes = keywords.map { Float($0.papers.count) }
    var together = [Int32](repeating: 0, count: keywords.count)
    for keyword in keywords.indices {
      var touched: [Int] = []
      for paper in keywords[keyword].papers {
        for other in keywordsOfPaper[paper] where other != keyword {
          if together[other] == 0 { touched.append(other) }
          together[other] += 1
        }
      }
      let ranked = touched.compactMap { other -> (other: Int, strength: Float)? in
        let both = Float(together[other])
        together[other] = 0
        let expected = sizes[keyword] * sizes[other] / total
        guard both >= 2, both > expected else { return nil }
        return (other, (both - expected) / (expected + 1).squareRoot())
      }
      keywords[keyword].goesWith = ranked.sorted { ($1.strength, $0.other) < ($0.strength, $1.other) }.prefix(8).map(
        \.other)
    }
  }
}
