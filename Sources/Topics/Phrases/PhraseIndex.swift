import Papers

/// All phrases that recur in a collection, with their papers, their best written form and their quality.
struct PhraseIndex: Sendable {
  /// Single words first, then longer ones; within a length in order of first use.
  var phrases: [Phrase] = []
  /// Words and joints of all best forms, phrase after phrase.
  var words: [Int32] = []
  var joints: [ContentStream.Joint] = []
  /// The stem of each of `words`.
  private var stems: [Int32] = []
  /// Papers of all phrases, ascending within a phrase.
  var postings: [PhrasePosting] = []
  /// Number of papers.
  var papers: Int
  var stream: ContentStream
  /// Short forms with what they stand for.
  var shortForms: [ShortForm] = []
  /// From a phrase's key to its number; see `key(of:joints:)`.
  private var numbers = KeyTable()

  var lexicon: Lexicon { stream.lexicon }

  /// The papers that hold `phrase`, ascending.
  func postings(of phrase: Int) -> ArraySlice<PhrasePosting> {
    let first = Int(phrases[phrase].firstPosting)
    return postings[first..<first + Int(phrases[phrase].papers)]
  }

  /// The words of the best form of `phrase`.
  func words(of phrase: Int) -> ArraySlice<Int32> {
    let first = Int(phrases[phrase].start)
    return words[first..<first + Int(phrases[phrase].length)]
  }

  func joints(of phrase: Int) -> ArraySlice<ContentStream.Joint> {
    let first = Int(phrases[phrase].start)
    return joints[first..<first + Int(phrases[phrase].length)]
  }

  /// The stems of the words of `phrase`.
  func stems(of phrase: Int) -> ArraySlice<Int32> {
    let first = Int(phrases[phrase].start)
    return stems[first..<first + Int(phrases[phrase].length)]
  }

  /// True where the stems of `part` stand in `phrase` without a gap, or are all of it.
  func holds(_ phrase: Int, part: Int) -> Bool {
    let (length, size) = (Int(phrases[phrase].length), Int(phrases[part].length))
    guard size <= length else { return false }
    let (start, first) = (Int(phrases[phrase].start), Int(phrases[part].start))
    return stems.withUnsafeBufferPointer { stems in
      for from in start...start + length - size {
        var same = 0
        while same < size, stems[from + same] == stems[first + same] { same += 1 }
        if same == size { return true }
      }
      return false
    }
  }

  /// The phrase as it is written inside sentences.
  func text(of phrase: Int) -> String { lexicon.text(words(of: phrase), joints(of: phrase)) }

  /// The phrase with these stems, if it recurs.
  func find(_ words: some Sequence<Int32>, _ joints: some Sequence<ContentStream.Joint>) -> Int? {
    numbers.find(Self.key(words, joints, lexicon)).map(Int.init)
  }

  /// One key for all forms of a phrase: its stems, and where an `of` stands.
  private static func key(
    _ words: some Sequence<Int32>, _ joints: some Sequence<ContentStream.Joint>, _ lexicon: Lexicon
  ) -> UInt64 {
    var key: UInt64 = 0
    for (index, (word, joint)) in zip(words, joints).enumerated() {
      let stem = UInt64(UInt32(lexicon.stems[Int(word)]))
      key = KeyTable.extended(key, by: stem << 1 | (index > 0 && joint == .of ? 1 : 0))
    }
    return key
  }

  /// Reads the tokens of `corpus`, which forgets them if it is a large one.
  init(_ corpus: Corpus, _ papers: [Paper], leastPapers: Int? = nil) {
    self.papers = papers.count
    stream = ContentStream(corpus, papers)
    shortForms = ShortFormFinder(corpus, papers, stream.lexicon).shortForms()
    let users = users(corpus, papers)
    if papers.count > Corpus.mostForTokens { corpus.forgetTokens() }
    let least = leastPapers ?? Self.leastPapers(papers.count)
    var counter = PhraseCounter(stream, leastPapers: least)
    // More than there will be of them: what is not needed is never touched, and none is moved while they grow.
    postings.reserveCapacity(2 * stream.words.count)
    while counter.length < Phrase.longest {
      counter.advance()
      counter.report(into: &self)
    }
    stems = words.map { lexicon.stems[Int($0)] }
    numbers = KeyTable(capacity: phrases.count)
    for phrase in phrases.indices {
      _ = numbers.number(Self.key(words(of: phrase), joints(of: phrase), lexicon))
    }
    countShortForms(users)
    let quality = PhraseQuality(self)
    for phrase in phrases.indices { phrases[phrase].quality = quality.value(of: phrase) }
    fold()
  }

  /// Lets phrases that are one idea in other words count for the commonest of them.
  private mutating func fold() {
    let folding = PhraseFolding(self)
    for phrase in phrases.indices where folding[phrase] != phrase {
      merge(Array(postings(of: phrase)), into: folding[phrase])
      phrases[phrase].quality = 0
    }
  }

  /// A phrase must stand in so many papers to be kept.
  static func leastPapers(_ papers: Int) -> Int { papers < 12 ? 1 : papers < 60 ? 2 : max(3, papers / 20_000) }
}
