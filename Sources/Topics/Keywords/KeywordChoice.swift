import Foundation

/// The site's keywords before they are numbered: for each paper, the phrases that it is filed under.
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

  /// Once what makes no page is gone, papers are filed under phrases that weigh less in them; those are judged again.
  private static let rounds = 2

  init(_ index: PhraseIndex) {
    self.index = index
    let entries = entries()
    chosen = entries.map { best($0) { _ in true } }
    for _ in 0..<Self.rounds {
      let kept = lasting()
      chosen = entries.map { best($0) { kept.contains($0) } }
    }
  }

  /// All phrases of each paper that may be keywords, best first.
  private func entries() -> [[Entry]] {
    var entries = Array(repeating: [Entry](), count: index.papers)
    for phrase in index.phrases.indices where !index.phrases[phrase].isShortForm {
      let facts = index.phrases[phrase]
      let quality = facts.quality * facts.focus
      guard quality >= (facts.length == 1 ? SiteKeywords.leastQualityOfWords : SiteKeywords.leastQuality),
        Int(facts.papers) >= SiteKeywords.leastPapers
      else { continue }
      let rarity = log((Float(index.papers) + 1) / (Float(facts.papers) + 0.5))
      let general = quality * pow(max(0.1, rarity), 0.25) * (facts.length == 1 ? 0.6 : 1)
      for posting in index.postings(of: phrase) {
        let uses = max(0.3, Float(posting.uses)).squareRoot()
        let weight = general * uses * (posting.isInTitle ? 2 : 1) / (1 + 2 * posting.position)
        entries[posting.paper].append(Entry(phrase: phrase, weight: weight, isInTitle: posting.isInTitle))
      }
    }
    for paper in entries.indices { entries[paper].sort { ($1.weight, $0.phrase) < ($0.weight, $1.phrase) } }
    return entries
  }

  /// The best entries that say different things.
  private func best(_ entries: [Entry], where isKept: (Int) -> Bool) -> [Entry] {
    var best: [Entry] = []
    var said: [ArraySlice<Int32>] = []
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

  /// The phrases that make the best pages, as many as the collection should have.
  ///
  /// A page is worth what its phrase weighs among those of each paper that chose it, taken together. Phrases that are
  /// common but seldom what a paper is about make none.
  private func lasting() -> Set<Int> {
    var pages: [Int: Page] = [:]
    for entries in chosen {
      guard let best = entries.first else { continue }
      for entry in entries {
        pages[entry.phrase, default: Page()].chosen += 1
        pages[entry.phrase, default: Page()].worth += entry.weight / best.weight
        if entry.isInTitle { pages[entry.phrase, default: Page()].titles += 1 }
      }
    }
    let ranked = pages.filter { isLasting($0.key, $0.value) }
      .sorted { ($1.value.worth, $0.key) < ($0.value.worth, $1.key) }
    return Set(ranked.prefix(SiteKeywords.most(papers: index.papers)).map(\.key))
  }

  private func isLasting(_ phrase: Int, _ page: Page) -> Bool {
    guard page.chosen >= SiteKeywords.leastPapers else { return false }
    let facts = index.phrases[phrase]
    if facts.length == 1, !standsAlone(phrase, page) { return false }
    let papers = Float(facts.papers)
    let isCommon = papers > 0.02 * Float(index.papers) && papers >= 20 && Float(page.chosen) < 0.08 * papers
    return !isCommon
      || Float(page.titles) >= (facts.length == 1 ? 0.45 : 0.2) * Float(page.chosen)
  }

  /// Whether a single word makes a page: it is a name, or it stands by itself in phrases and in titles.
  private func standsAlone(_ phrase: Int, _ page: Page) -> Bool {
    let facts = index.phrases[phrase]
    if index.words(of: phrase).allSatisfy({ index.lexicon.traits($0).contains(.capital) }) { return true }
    let alone = Float(facts.aloneUses + 1) / Float(facts.aloneUses + facts.headUses + 2)
    return alone >= 0.1 && facts.leftShare < 0.35 && Float(page.titles) >= 0.22 * Float(page.chosen)
  }

  /// What speaks for the page of a phrase.
  private struct Page {
    var chosen = 0
    var titles = 0
    var worth: Float = 0
  }
}

extension ArraySlice<Int32> {
  /// True where `part` stands in the slice without a gap, or is it.
  func holds(_ part: ArraySlice<Int32>) -> Bool {
    guard part.count <= count else { return false }
    return (startIndex...endIndex - part.count).contains { self[$0..<$0 + part.count].elementsEqual(part) }
  }
}
