import Foundation

/// What two papers have in common, in words that tell.
struct SharedPhrases: Sendable {
  fileprivate let index: PhraseIndex
  fileprivate let phrases: PhrasesByPaper
  /// How much it tells that two papers share a phrase; negative where it tells only if nothing else does.
  fileprivate let weights: [Float]

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

  /// Number of phrases, those that tell nothing among them.
  var count: Int { weights.count }

  /// The phrase as it is mostly written.
  func text(of phrase: Int) -> String { index.shownText(of: phrase) }
}

extension SharedPhrases {
  /// Holds the phrases of one paper against those of others.
  struct Comparison {
    private let all: SharedPhrases
    private var paper: Int32 = -1
    /// The paper that was started last of those that hold each phrase.
    private var holder: [Int32]
    /// Phrases of both papers, ascending.
    private var both: [Int32] = []

    init(_ phrases: SharedPhrases) {
      all = phrases
      holder = [Int32](repeating: -1, count: phrases.count)
    }

    /// Goes on to `paper`.
    mutating func start(_ paper: Int) {
      self.paper = Int32(truncatingIfNeeded: paper)
      for entry in all.phrases.of(paper) { holder[entry.phrase] = self.paper }
    }

    /// The most telling phrases that the paper shares with `other`, best first, no two with a stem in common.
    mutating func shared(with other: Int) -> SharedNumbers {
      both.removeAll(keepingCapacity: true)
      for entry in all.phrases.of(other) where holder[entry.phrase] == paper {
        both.append(Int32(truncatingIfNeeded: entry.phrase))
      }
      var chosen = SharedNumbers()
      var stems: [Int32] = []
      while chosen.count < SharedNumbers.most, let best = best(), all.weights[best] > 0 || chosen.count == 0 {
        let own = all.index.stems(of: best)
        if own.contains(where: stems.contains) { continue }
        chosen.append(best)
        stems += own
      }
      return chosen
    }

    /// Takes out the most telling phrase that is left, of equals the first.
    private mutating func best() -> Int? {
      guard var best = both.indices.first else { return nil }
      for place in both.indices where all.weights[Int(both[place])] > all.weights[Int(both[best])] { best = place }
      return Int(both.remove(at: best))
    }
  }
}
