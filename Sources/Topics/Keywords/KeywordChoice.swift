import Foundation

/// The site's keywords before they are numbered: for each paper, the phrases that it is filed under.
///
/// A phrase weighs in a paper what its quality, its uses there, its place and its rarity make of it. A phrase that
/// is common in the collection but seldom among a paper's best is no keyword.
struct KeywordChoice {
  /// A phrase of a paper; best first in ascending order.
  struct Entry: Comparable {
    /// From the lowest bit: 1 tells whether it stands in the title, 31 are the phrase's, 32 the complement of the
    /// weight's, which is above 0.
    private let bits: UInt64

    init(phrase: Int, weight: Float, isInTitle: Bool) {
      bits = UInt64(~weight.bitPattern) << 32 | UInt64(phrase) << 1 | (isInTitle ? 1 : 0)
    }

    var phrase: Int { Int(bits >> 1 & 0x7FFF_FFFF) }
    var weight: Float { Float(bitPattern: ~UInt32(truncatingIfNeeded: bits >> 32)) }
    var isInTitle: Bool { bits & 1 == 1 }

    static func < (a: Entry, b: Entry) -> Bool { a.bits < b.bits }
  }

  /// Entries paper after paper; those of paper `p` are `entries[starts[p]..<starts[p + 1]]`.
  struct List {
    var starts = [0]
    var entries: [Entry] = []

    func of(_ paper: Int) -> ArraySlice<Entry> { entries[starts[paper]..<starts[paper + 1]] }
  }

  /// Best first, per paper.
  private(set) var chosen = List()

  private let index: PhraseIndex

  /// Once what makes no page is gone, papers are filed under phrases that weigh less in them; those are judged again.
  private static let rounds = 2

  init(_ index: PhraseIndex) {
    self.index = index
    let all = all()
    chosen = best(all, where: [Bool](repeating: true, count: index.phrases.count))
    for _ in 0..<Self.rounds { chosen = best(all, where: lasting()) }
  }

  /// All phrases of each paper that may be keywords, best first.
  private func all() -> List {
    let candidates = index.phrases.indices.filter { mayBeKeyword(index.phrases[$0]) }
    var list = List()
    list.starts = [Int](repeating: 0, count: index.papers + 1)
    for phrase in candidates { for posting in index.postings(of: phrase) { list.starts[posting.paper + 1] += 1 } }
    for paper in 0..<index.papers { list.starts[paper + 1] += list.starts[paper] }
    var next = list.starts
    list.entries = Array(repeating: Entry(phrase: 0, weight: 0, isInTitle: false), count: next[index.papers])
    for phrase in candidates {
      let facts = index.phrases[phrase]
      let rarity = log((Float(index.papers) + 1) / (Float(facts.papers) + 0.5))
      let general = facts.quality * facts.focus * pow(max(0.1, rarity), 0.25) * (facts.length == 1 ? 0.6 : 1)
      for posting in index.postings(of: phrase) {
        let uses = max(0.3, Float(posting.uses)).squareRoot()
        let weight = general * uses * (posting.isInTitle ? 2 : 1) / (1 + 2 * posting.position)
        list.entries[next[posting.paper]] = Entry(phrase: phrase, weight: weight, isInTitle: posting.isInTitle)
        next[posting.paper] += 1
      }
    }
    list.entries.withUnsafeMutableBufferPointer { entries in
      for paper in 0..<index.papers {
        var own = UnsafeMutableBufferPointer(rebasing: entries[list.starts[paper]..<list.starts[paper + 1]])
        own.sort()
      }
    }
    return list
  }

  private func mayBeKeyword(_ phrase: Phrase) -> Bool {
    let least = phrase.length == 1 ? SiteKeywords.leastQualityOfWords : SiteKeywords.leastQuality
    return !phrase.isShortForm && phrase.quality * phrase.focus >= least
      && Int(phrase.papers) >= SiteKeywords.leastPapers
  }

  /// The best entries of each paper that say different things.
  private func best(_ all: List, where isKept: [Bool]) -> List {
    var list = List()
    for paper in 0..<index.papers {
      let start = list.entries.count
      for entry in all.of(paper) where isKept[entry.phrase] {
        if list.entries.count - start == SiteKeywords.mostPerPaper { break }
        if list.entries[start...].contains(where: { index.holds($0.phrase, part: entry.phrase) }) { continue }
        list.entries.append(entry)
      }
      list.starts.append(list.entries.count)
    }
    return list
  }

  /// Tells the phrases that make the best pages, as many as the collection should have.
  ///
  /// A page is worth what its phrase weighs among those of each paper that chose it, taken together. Phrases that are
  /// common but seldom what a paper is about make none.
  private func lasting() -> [Bool] {
    var pages = [Page](repeating: Page(), count: index.phrases.count)
    for paper in 0..<index.papers {
      let entries = chosen.of(paper)
      guard let best = entries.first else { continue }
      for entry in entries {
        pages[entry.phrase].chosen += 1
        pages[entry.phrase].worth += entry.weight / best.weight
        if entry.isInTitle { pages[entry.phrase].titles += 1 }
      }
    }
    let ranked = pages.indices.filter { isLasting($0, pages[$0]) }
      .sorted { (pages[$1].worth, $0) < (pages[$0].worth, $1) }
    var isKept = [Bool](repeating: false, count: pages.count)
    for phrase in ranked.prefix(SiteKeywords.most(papers: index.papers)) { isKept[phrase] = true }
    return isKept
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
