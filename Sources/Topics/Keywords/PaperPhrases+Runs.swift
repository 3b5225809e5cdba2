extension PaperPhrases {
  /// A run of words in one paper.
  struct Run: Sendable {
    /// First word in the stream, and how many.
    var at: Int
    var length: Int
    var uses = 1
    /// A fingerprint of its stems.
    fileprivate var key: UInt64
  }

  /// Finds the distinct runs of a paper, in order of first appearance.
  func findRuns(of paper: Int, _ found: inout [Run]) {
    found.removeAll(keepingCapacity: true)
    let range = stream.range(of: paper)
    stream.words.withUnsafeBufferPointer { words in
      signs.withUnsafeBufferPointer { signs in
        let passage = Passage(words: words, signs: signs, range: range, longest: weights.longest)
        var start = range.lowerBound
        while start < range.upperBound {
          if passage.isCut(start) {
            start += 1
            continue
          }
          var end = start + 1
          while end < range.upperBound, words[end].joint.isDirect, !passage.isCut(end) { end += 1 }
          if let run = passage.trimmed(start, end) {
            // A paper has a few dozen runs, which a scan over their fingerprints tells apart soonest.
            if let known = found.firstIndex(where: { $0.key == run.key }) {
              found[known].uses += 1
            } else {
              found.append(run)
            }
          }
          start = end
        }
      }
    }
  }

  /// A paper while its runs are looked for.
  private struct Passage {
    let words: UnsafeBufferPointer<ContentWord>
    let signs: UnsafeBufferPointer<RunSigns>
    let range: Range<Int>
    let longest: Int

    /// True for a word that no run holds, unless it is part of a hyphenated one.
    @inline(__always)
    func isCut(_ at: Int) -> Bool {
      signs(at).contains(.cut) && words[at].joint != .hyphen
        && !(at + 1 < range.upperBound && words[at + 1].joint == .hyphen)
    }

    /// The run without verbs at its edges and without its beginning where it is too long; nil where nothing is left.
    func trimmed(_ start: Int, _ limit: Int) -> Run? {
      var (first, end) = (start, limit)
      while first < end, signs(first).contains(.verb), !(first + 1 < end && words[first + 1].joint == .hyphen) {
        first += 1
      }
      while end > first, words[end - 1].joint != .hyphen || end - 1 == first,
        signs(end - 1).contains(.verb) || end - first > 1 && signs(end - 1).contains(.verbEnding)
      {
        end -= 1
      }
      if end - first > longest { first = end - longest }
      while first < end, words[first].joint == .hyphen, first > start { first += 1 }
      guard first < end, end - first > 1 || !signs(first).contains(.slight) else { return nil }
      var key: UInt64 = 0
      for at in first..<end { key = KeyTable.extended(key, by: UInt64(UInt32(words[at].stem))) }
      return Run(at: first, length: end - first, key: key)
    }

    @inline(__always)
    private func signs(_ at: Int) -> RunSigns { signs[Int(words[at].word)] }
  }
}
