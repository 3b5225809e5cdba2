extension PaperPhrases {
  /// The distinct runs of a paper, in order of first appearance.
  func runs(of paper: Int) -> [Candidate] {
    let range = stream.range(of: paper)
    // A paper has a few dozen runs, which a scan over their fingerprints tells apart soonest.
    var keys: [UInt64] = []
    var found: [Candidate] = []
    var start = range.lowerBound
    while start < range.upperBound {
      if isCut(start, range) {
        start += 1
        continue
      }
      var end = start + 1
      while end < range.upperBound, isJoined(end), !isCut(end, range) { end += 1 }
      if let run = trimmed(start..<end) {
        let key = run.reduce(UInt64(0)) { KeyTable.extended($0, by: UInt64(UInt32(stream.words[$1].stem))) }
        let isInTitle = run.lowerBound < stream.titleEnds[paper]
        if let known = keys.firstIndex(of: key) {
          found[known].uses += 1
        } else {
          keys.append(key)
          found.append(Candidate(at: run.lowerBound, length: run.count, isInTitle: isInTitle))
        }
      }
      start = end
    }
    return found
  }

  private func isJoined(_ at: Int) -> Bool {
    stream.words[at].joint == .space || stream.words[at].joint == .hyphen || stream.words[at].joint == .possessive
  }

  /// True for a word that no candidate holds, unless it is part of a hyphenated one.
  private func isCut(_ at: Int, _ range: Range<Int>) -> Bool {
    guard lexicon.traits[Int(stream.words[at].word)].isDisjoint(with: [.cut, .number]) else {
      return stream.words[at].joint != .hyphen && !(at + 1 < range.upperBound && stream.words[at + 1].joint == .hyphen)
    }
    return false
  }

  /// The run without verbs at its edges and without its beginning where it is too long; nil where nothing is left.
  private func trimmed(_ run: Range<Int>) -> Range<Int>? {
    var first = run.lowerBound
    var end = run.upperBound
    while first < end, isVerb(first), !(first + 1 < end && stream.words[first + 1].joint == .hyphen) { first += 1 }
    while end > first, stream.words[end - 1].joint != .hyphen || end - 1 == first,
      isVerb(end - 1) || end - first > 1 && lexicon.traits[Int(stream.words[end - 1].word)].contains(.verbEnding)
    {
      end -= 1
    }
    if end - first > weights.longest { first = end - weights.longest }
    while first < end, stream.words[first].joint == .hyphen, first > run.lowerBound { first += 1 }
    guard first < end else { return nil }
    let isAlone = end - first == 1
    let traits = lexicon.traits[Int(stream.words[first].word)]
    if isAlone, !traits.isDisjoint(with: [.stop, .short]) && !traits.contains(.innerCapital) { return nil }
    return first..<end
  }

  private func isVerb(_ at: Int) -> Bool {
    let word = stream.words[at].word
    return lexicon.uses(word) >= 3 && lexicon.verbness(word) > weights.verbness
  }
}
