/// The phrases that one phrase becomes with one more word, counted over its uses.
struct PhraseExtensions {
  /// A phrase made longer by one word.
  private struct Extension {
    var papers: Int32 = 0
    var lastPaper: Int32 = -1
    /// Number among all phrases, -1 where it has none.
    var number: Int32 = -1
    let isOf: Bool
  }

  private var found: [Extension] = []
  /// For each word that may come next, the phrase that last met it and the place in `found` that it had then.
  private var places: [(phrase: Int32, place: Int32)]
  private var phrase: Int32 = -1
  /// Place in `found` of each use so far, -1 where it has no extension.
  private var placeOfUse: [Int32] = []

  /// - Parameter stems: how many there are.
  init(stems: Int) { places = Array(repeating: (-1, -1), count: 2 * stems) }

  /// Goes on to `phrase`.
  mutating func start(_ phrase: Int) {
    self.phrase = Int32(truncatingIfNeeded: phrase)
    found.removeAll(keepingCapacity: true)
    placeOfUse.removeAll(keepingCapacity: true)
  }

  /// Notes a use before `word`.
  @inline(__always)
  mutating func count(_ word: ContentWord, in paper: Int32) {
    let isOf = word.joint == .of
    let key = Int(word.stem) << 1 | (isOf ? 1 : 0)
    if places[key].phrase != phrase {
      places[key] = (phrase, Int32(truncatingIfNeeded: found.count))
      found.append(Extension(isOf: isOf))
    }
    let place = places[key].place
    if found[Int(place)].lastPaper != paper {
      found[Int(place)].lastPaper = paper
      found[Int(place)].papers += 1
    }
    placeOfUse.append(place)
  }

  /// Notes a use that is not extended.
  @inline(__always)
  mutating func skip() { placeOfUse.append(-1) }

  /// Numbers the extensions of enough papers from `first` on, and writes that of each of `uses`, -1 where it has none,
  /// to where it starts.
  ///
  /// - Returns: whether each of the numbered extensions adds an `of`, in their order.
  mutating func number(
    _ uses: Slice<UnsafeBufferPointer<PhraseUses.Use>>, from first: Int, leastPapers: Int,
    to starting: UnsafeMutableBufferPointer<Int32>
  ) -> [Bool] {
    var kept: [Bool] = []
    for place in found.indices where found[place].papers >= leastPapers {
      found[place].number = Int32(truncatingIfNeeded: first + kept.count)
      kept.append(found[place].isOf)
    }
    if kept.isEmpty { return kept }
    for (use, place) in zip(uses, placeOfUse) where place >= 0 {
      starting[Int(use.at)] = found[Int(place)].number
    }
    return kept
  }
}
