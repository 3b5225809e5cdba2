import Foundation

/// What two papers have in common, in words that tell.
struct SharedPhrases {
  private let index: PhraseIndex
  private let phrases: PhrasesByPaper
  /// How much it tells that two papers share a phrase; negative where it tells only if nothing else does.
  private let weights: [Float]

  /// Phrases below this quality, a single word's times its focus, are a reason only where there is no better one.
  private static let goodQuality: Float = 0.25
  /// Above any weight.
  private static let aboveAll: Float = 1000
  /// Phrases below this one are none.
  private static let leastQuality: Float = 0.15

  /// - Parameter focus: of each phrase of the index.
  init(_ index: PhraseIndex, focus: [Float]) {
    self.index = index
    let weights: [Float] = zip(index.phrases, focus).map { phrase, focus in
      guard phrase.quality >= Self.leastQuality, !phrase.isShortForm, phrase.papers > 1 else { return 0 }
      let rarity = Float(log(Double(index.papers + 1) / Double(phrase.papers)))
      let weight = max(0, rarity) * phrase.quality.squareRoot() * (1 + 0.3 * Float(phrase.length - 1))
      let isGood = phrase.quality * (phrase.length == 1 ? focus : 1) >= Self.goodQuality
      return isGood ? weight : weight - Self.aboveAll
    }
    self.weights = weights
    phrases = PhrasesByPaper(index) { weights[$0] != 0 }
  }

  /// The most telling phrases of both papers, best first, no two with a stem in common.
  func of(_ a: Int, _ b: Int, most: Int) -> [Int] {
    var shared: [(phrase: Int, weight: Float)] = []
    phrases.entries.withUnsafeBufferPointer { entries in
      var (x, y) = (phrases.offsets[a], phrases.offsets[b])
      let (endX, endY) = (phrases.offsets[a + 1], phrases.offsets[b + 1])
      while x < endX && y < endY {
        let (left, right) = (entries[x].phrase, entries[y].phrase)
        if left == right { shared.append((left, weights[left])) }
        if left <= right { x += 1 }
        if right <= left { y += 1 }
      }
    }
    shared.sort { ($1.weight, $0.phrase) < ($0.weight, $1.phrase) }
    var chosen: [Int] = []
    var stems: [Int32] = []
    for candidate in shared where chosen.count < (candidate.weight > 0 ? most : 1) {
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
