import Foundation

/// The site's keywords before they are numbered: for each paper, the folded phrases that it is filed under.
///
/// A phrase weighs in a paper what its quality, its uses there, its place and its rarity make of it. A phrase that
/// is common in the collection but seldom among a paper's best is no keyword.
struct KeywordChoice {
  /// A phrase of a paper.
  struct Entry {
    var phrase: Int
    var weight: Float
    var isInTitle: Bool
  }

  /// Best first, per paper.
  private(set) var chosen: [[Entry]] = []

  private let index: PhraseIndex
  private let folding: PhraseFolding

  init(_ index: PhraseIndex) {
    self.index = index
    folding = PhraseFolding(index)
    let entries = entries()
    chosen = entries.map { best($0) { _ in true } }
    let kept = lasting()
    chosen = entries.map { best($0) { kept.contains($0) } }
  }

  /// All phrases of each paper that may be keywords, best first.
  private func entries() -> [[Entry]] {
    var entries = Array(repeating: [Entry](), count: index.papers)
    for phrase in index.phrases.indices where !index.phrases[phrase].isShortForm {
      let target = folding[phrase]
      let facts = index.phrases[target]
      let quality = facts.quality * facts.focus
      guard quality >= (facts.length == 1 ? SiteKeywords.leastQualityOfWords : SiteKeywords.leastQuality),
        Int(facts.papers) >= SiteKeywords.leastPapers
      else { continue }
      let rarity = log((Float(index.papers) + 1) / (Float(facts.papers) + 0.5))
      let general = quality * pow(max(0.1, rarity), 0.25) * (facts.length == 1 ? 0.6 : 1)
      for posting in index.postings(of: phrase) {
        let uses = max(0.3, Float(posting.uses)).squareRoot()
        let weight = general * uses * (posting.isInTitle ? 2 : 1) / (1 + 2 * posting.position)
        entries[posting.paper].append(Entry(phrase: target, weight: weight, isInTitle: posting.isInTitle))
      }
    }
    for paper in entries.indices { entries[paper].sort { ($1.weight, $0.phrase) < ($0.weight, $1.phrase) } }
    return entries
  }

  /// The best entries that say different things.
  private func best(_ entries: [Entry], where isKept: (Int) -> Bool) -> [Entry] {
    var best: [Entry] = []
    var said: [[Int32]] = []
    for entry in entries where isKept(entry.phrase) {
      if let known = best.firstIndex(where: { $0.phrase == entry.phrase }) {
        best[known].isInTitle = best[known].isInTitle || entry.isInTitle
      } else if best.count < SiteKeywords.mostPerPaper {
        let stems = index.stems(of: entry.phrase)
        if said.contains(where: { $0.holds(stems) }) { continue }
        best.append(entry)
        said.append(stems)
      }
    }
    return best
  }

  /// The phrases that enough papers chose, save those that are common but seldom what a paper is about.
  private func lasting() -> Set<Int> {
    var counts: [Int: (chosen: Int, titles: Int)] = [:]
    for entry in chosen.joined() {
      counts[entry.phrase, default: (0, 0)].chosen += 1
      if entry.isInTitle { counts[entry.phrase, default: (0, 0)].titles += 1 }
    }
    var lasting: Set<Int> = []
    for (phrase, count) in counts where count.chosen >= SiteKeywords.leastPapers {
      let papers = Float(index.phrases[phrase].papers)
      let titles = Float(count.titles) / Float(count.chosen)
      let isCommon = papers > 0.02 * Float(index.papers) && papers >= 20 && Float(count.chosen) < 0.08 * papers
      if !isCommon || titles >= (index.phrases[phrase].length == 1 ? 0.45 : 0.2) { lasting.insert(phrase) }
    }
    return lasting
  }
}

extension Array<Int32> {
  /// True where `part` stands in the array without a gap, or is it.
  func holds(_ part: [Int32]) -> Bool {
    guard part.count <= count else { return false }
    return (0...count - part.count).contains { self[$0..<$0 + part.count].elementsEqual(part) }
  }
}
