/// The site's keywords before they are numbered: for each paper, the folded phrases that it is filed under.
struct KeywordChoice {
  struct Entry {
    var phrase: Int
    var weight: Float
    var isInTitle: Bool
  }

  /// Best first, per paper.
  private(set) var chosen: [[Entry]] = []

  private let index: PhraseIndex
  /// The phrase that stands for each phrase that is one with another.
  private let folding: PhraseFolding

  init(_ index: PhraseIndex) {
    self.index = index
    folding = PhraseFolding(index)
    let weights = PaperPhrases.Weights(
      length: 0.6, title: 0.6, position: 2, alone: 0.5, reuse: 0.2, longest: 4, verbness: 0.25)
    let phrases = PaperPhrases(index, weights)
    chosen = (0..<index.papers).map { choose($0, phrases) }
    dropCommon()
  }

  private func choose(_ paper: Int, _ phrases: PaperPhrases) -> [Entry] {
    var found: [Entry] = []
    for candidate in phrases.candidates(of: paper) {
      guard let phrase = phrases.phrase(candidate) else { continue }
      let folded = folding[phrase]
      guard index.phrases[folded].quality >= SiteKeywords.leastQuality,
        Int(index.phrases[folded].papers) >= SiteKeywords.leastPapers
      else { continue }
      if let known = found.firstIndex(where: { $0.phrase == folded }) {
        found[known].isInTitle = found[known].isInTitle || candidate.isInTitle
      } else if found.count < SiteKeywords.mostPerPaper {
        found.append(Entry(phrase: folded, weight: candidate.weight, isInTitle: candidate.isInTitle))
      }
    }
    return found
  }

  /// Drops phrases that are common but seldom what a paper is about.
  private mutating func dropCommon() {
    var counts: [Int: (chosen: Int, inTitle: Int)] = [:]
    for entry in chosen.joined() {
      counts[entry.phrase, default: (0, 0)].chosen += 1
      if entry.isInTitle { counts[entry.phrase, default: (0, 0)].inTitle += 1 }
    }
    for paper in chosen.indices {
      chosen[paper].removeAll { entry in
        guard let count = counts[entry.phrase] else { return true }
        let papers = Float(index.phrases[entry.phrase].papers)
        guard papers > 0.02 * Float(index.papers), papers >= 20, Float(count.chosen) < 0.08 * papers else {
          return false
        }
        let titles = Float(count.inTitle) / Float(count.chosen)
        return titles < (index.phrases[entry.phrase].length == 1 ? 0.45 : 0.2)
      }
    }
  }
}
