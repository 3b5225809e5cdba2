import Foundation

/// What two papers have in common, in words that tell.
struct SharedPhrases {
  private let index: PhraseIndex
  /// Phrases of paper `p` are `phrases[offsets[p]..<offsets[p + 1]]`, ascending.
  private let offsets: [Int]
  private let phrases: [Int32]
  /// How much it tells that two papers share a phrase.
  private let weights: [Float]

  /// Phrases below this quality are no reason.
  private static let leastQuality: Float = 0.2

  init(_ index: PhraseIndex) {
    self.index = index
    let weights: [Float] = index.phrases.map { phrase in
      guard phrase.quality >= Self.leastQuality, !phrase.isShortForm, phrase.papers > 1 else { return 0 }
      let rarity = Float(log(Double(index.papers + 1) / Double(phrase.papers)))
      return max(0, rarity) * phrase.quality.squareRoot() * (1 + 0.3 * Float(phrase.length - 1))
    }
    var offsets = [Int](repeating: 0, count: index.papers + 1)
    let telling = weights.indices.filter { weights[$0] > 0 }
    for phrase in telling { for posting in index.postings(of: phrase) { offsets[posting.paper + 1] += 1 } }
    for paper in 0..<index.papers { offsets[paper + 1] += offsets[paper] }
    var next = offsets
    var phrases = [Int32](repeating: 0, count: offsets[index.papers])
    for phrase in telling {
      for posting in index.postings(of: phrase) {
        phrases[next[posting.paper]] = Int32(phrase)
        next[posting.paper] += 1
      }
    }
    self.weights = weights
    self.offsets = offsets
    self.phrases = phrases
  }

  /// The most telling phrases of both papers, best first, no two with a stem in common.
  func of(_ a: Int, _ b: Int, most: Int) -> [Int] {
    var shared: [(phrase: Int, weight: Float)] = []
    var (x, y) = (offsets[a], offsets[b])
    while x < offsets[a + 1] && y < offsets[b + 1] {
      if phrases[x] == phrases[y] { shared.append((Int(phrases[x]), weights[Int(phrases[x])])) }
      let (left, right) = (phrases[x], phrases[y])
      if left <= right { x += 1 }
      if right <= left { y += 1 }
    }
    shared.sort { ($1.weight, $0.phrase) < ($0.weight, $1.phrase) }
    var chosen: [Int] = []
    var stems: [Int32] = []
    for candidate in shared where chosen.count < most {
      let own = index.stems(of: candidate.phrase)
      if own.contains(where: stems.contains) { continue }
      chosen.append(candidate.phrase)
      stems += own
    }
    return chosen
  }

  /// The phrase as it is mostly written.
  func text(of phrase: Int) -> String { index.shownText(of: phrase) }
}
