import CLanes

/// Counts phrases length by length: a phrase is looked at only where both its parts recur
/// (Agrawal and Srikant, 1994), so that the many n-grams that stand in one paper cost no memory.
///
/// Uses are sorted by phrase, so that all of one phrase is counted before the next, and what is counted lies close
/// together, however large the collection.
struct PhraseCounter {
  private let stream: ContentStream
  private let leastPapers: Int
  /// Words of the phrases counted last.
  private(set) var length = 0
  /// For each content word, the recurring phrase of `length` words that starts there, -1 where none does.
  private var starting: [Int32] = []
  /// Whether each phrase holds an `of`.
  private var holdsOf: [Bool] = []
  private var uses = PhraseUses()

  init(_ stream: ContentStream, leastPapers: Int) {
    self.stream = stream
    self.leastPapers = leastPapers
  }

  /// Goes on to phrases that are one word longer.
  mutating func advance() {
    length += 1
    if length == 1 { startWithWords() } else { extend() }
    // Let go of before the next ones come.
    uses = PhraseUses()
    numberByFirstUse()
    uses = PhraseUses(starting, count: holdsOf.count, in: stream)
  }

  /// The stems that stand in enough papers.
  private mutating func startWithWords() {
    let count = stream.lexicon.stemCount
    var papers = [Int32](repeating: 0, count: count)
    var last = [Int32](repeating: -1, count: count)
    for paper in 0..<stream.papers {
      for at in stream.range(of: paper) {
        let stem = Int(stream.words[at].stem)
        if last[stem] == Int32(truncatingIfNeeded: paper) { continue }
        last[stem] = Int32(truncatingIfNeeded: paper)
        papers[stem] += 1
      }
    }
    starting = stream.words.dropLast().map { papers[Int($0.stem)] < leastPapers ? -1 : $0.stem }
    holdsOf = [Bool](repeating: false, count: count)
  }

  /// Extends every phrase by the word after it, where the phrase that starts one word later recurs too.
  private mutating func extend() {
    let recurs = PlaceSet(starting)
    var extensions = PhraseExtensions(stems: stream.lexicon.stemCount)
    var held: [Bool] = []
    starting.withUnsafeMutableBufferPointer { starting in
      starting.update(repeating: -1)
      stream.words.withUnsafeBufferPointer { words in
        uses.all.withUnsafeBufferPointer { uses in
          for phrase in holdsOf.indices {
            let own = uses[self.uses.offsets[phrase]..<self.uses.offsets[phrase + 1]]
            extensions.start(phrase)
            for place in own.indices {
              let use = uses[place]
              let at = Int(use.at)
              words.expect(uses, after: place)
              UnsafeBufferPointer(starting).expect(uses, after: place)
              let isFollowed = words[at + 1].joint != .boundary && recurs.holds(at + 1)
              let end = words[isFollowed ? at + length - 1 : at]
              if isFollowed, end.joint != .boundary, end.joint != .of || !holdsOf[phrase] {
                extensions.count(end, in: use.paper)
              } else {
                extensions.skip()
              }
            }
            let added = extensions.number(own, from: held.count, leastPapers: leastPapers, to: starting)
            held += added.lazy.map { $0 || holdsOf[phrase] }
          }
        }
      }
    }
    holdsOf = held
  }

  /// Numbers the phrases anew, in order of first use.
  private mutating func numberByFirstUse() {
    var numbers = [Int32](repeating: -1, count: holdsOf.count)
    var held: [Bool] = []
    starting.withUnsafeMutableBufferPointer { starting in
      for at in starting.indices where starting[at] >= 0 {
        let phrase = Int(starting[at])
        if numbers[phrase] < 0 {
          numbers[phrase] = Int32(held.count)
          held.append(holdsOf[phrase])
        }
        starting[at] = numbers[phrase]
      }
    }
    holdsOf = held
  }
}

extension PhraseCounter {
  /// Appends the phrases of the present length to `index`, with postings and best forms.
  func report(into index: inout PhraseIndex) {
    var forms = PhraseForms(stream, length: length)
    stream.words.withUnsafeBufferPointer { words in
      uses.all.withUnsafeBufferPointer { uses in
        for number in holdsOf.indices {
          let own = self.uses.offsets[number]..<self.uses.offsets[number + 1]
          var phrase = Phrase(start: 0, length: length)
          phrase.firstPosting = Int32(index.postings.count)
          count(own, of: uses, words, &phrase, &forms, &index.postings)
          phrase.spelledOut = phrase.papers
          phrase.leftShare = leftShare(uses[own], words)
          forms.choose(&phrase, into: &index)
          index.phrases.append(phrase)
        }
      }
    }
  }

  /// Counts the uses and the papers of one phrase.
  private func count(
    _ own: Range<Int>, of uses: UnsafeBufferPointer<PhraseUses.Use>, _ words: UnsafeBufferPointer<ContentWord>,
    _ phrase: inout Phrase, _ forms: inout PhraseForms, _ postings: inout [PhrasePosting]
  ) {
    forms.start()
    var last: Int32 = -1
    for place in own {
      let use = uses[place]
      let at = Int(use.at)
      words.expect(uses, after: place)
      let after = words[at + length].joint
      // Begins and ends no half of a hyphenated word.
      let isWhole = words[at].joint != .hyphen && after != .hyphen
      let isAlone = words[at].joint == .boundary && !words[at + length - 1].isBeforeOf
      phrase.count(isWhole: isWhole, isClosed: !after.isDirect, isAlone: isAlone)
      forms.count(at, words, isTitle: use.isInTitle, isClosed: !after.isDirect)
      if use.paper != last {
        last = use.paper
        phrase.papers += 1
        if use.isInTitle { phrase.titlePapers += 1 }
        let range = stream.range(of: Int(use.paper))
        postings.append(
          PhrasePosting(
            paper: Int(use.paper), isInTitle: use.isInTitle,
            position: Float(at - range.lowerBound) / Float(range.count)))
      }
      if isWhole { postings[postings.count - 1].countUse() }
    }
  }

  /// The share of the uses that the left neighbour stands before that stands before more than a third of them, 0 where
  /// none does (two candidates by Misra and Gries, 1982, then an exact count).
  private func leftShare(
    _ uses: Slice<UnsafeBufferPointer<PhraseUses.Use>>, _ words: UnsafeBufferPointer<ContentWord>
  ) -> Float {
    var neighbours = LeftNeighbours()
    for use in uses where words[Int(use.at)].joint.isDirect { neighbours.vote(for: words[Int(use.at) - 1].stem) }
    for use in uses where words[Int(use.at)].joint.isDirect { neighbours.count(words[Int(use.at) - 1].stem) }
    let share = Float(neighbours.most) / Float(max(1, uses.count))
    return share * 3 >= 1 ? share : 0
  }
}

extension UnsafeBufferPointer {
  /// Asks for what stands where a use is that comes a little later: uses of rare phrases stand far apart.
  @inline(__always)
  fileprivate func expect(_ uses: UnsafeBufferPointer<PhraseUses.Use>, after place: Int) {
    let later = place + 12
    if later < uses.count, let base = baseAddress { lanes_expect(base + Int(uses[later].at)) }
  }
}

/// The places where a phrase starts, a bit each.
private struct PlaceSet {
  private var bits: [UInt64]

  init(_ starting: [Int32]) {
    bits = [UInt64](repeating: 0, count: starting.count / 64 + 1)
    for (at, phrase) in starting.enumerated() where phrase >= 0 { bits[at >> 6] |= 1 << UInt64(at & 63) }
  }

  @inline(__always)
  func holds(_ at: Int) -> Bool { bits[at >> 6] >> UInt64(at & 63) & 1 == 1 }
}
