/// The groups of words of each paper of one slice, paper by paper, with the level of each.
struct PaperPostings: Sendable {
  /// A group and the level of its words in one paper, in four bytes.
  struct Posting: Sendable {
    private let bits: UInt32

    init(_ group: Int, _ level: UInt8) { bits = UInt32(group) << 4 | UInt32(level) }

    var group: Int { Int(bits >> 4) }
    var level: UInt8 { UInt8(bits & 15) }
  }

  private(set) var postings: [Posting] = []
  /// End of each paper's postings.
  private(set) var ends: [Int] = []

  /// - Parameters:
  ///   - numbers: The number in `vocabulary` of each word of `counts`.
  ///   - lengths: Of the papers of `counts`.
  init(
    _ counts: WordCounts, _ numbers: [Int32], _ lengths: [Postings.Length], _ impact: Impact, _ vocabulary: Vocabulary
  ) {
    postings.reserveCapacity(counts.entries.count)
    let groups = numbers.map { vocabulary.groupOfWord[Int($0)] }
    var sums = Array(repeating: Sum(), count: vocabulary.groups.count)
    var touched: [Int] = []
    for (paper, length) in lengths.enumerated() {
      for entry in counts.entries(of: paper) {
        let group = Int(groups[Int(entry.word)])
        if group < 0 { continue }
        let abstract = vocabulary.isStopWord[group] ? 0 : Int32(entry.inAbstract)
        if entry.inTitle == 0, abstract == 0 { continue }
        if sums[group].isEmpty { touched.append(group) }
        sums[group].inTitle += Int32(entry.inTitle)
        sums[group].inAbstract += abstract
      }
      let norms = impact.norms(titleLength: length.title, abstractLength: length.abstract)
      for group in touched {
        let sum = sums[group]
        postings.append(Posting(group, Impact.level(inTitle: sum.inTitle, inAbstract: sum.inAbstract, norms)))
        sums[group] = Sum()
      }
      touched.removeAll(keepingCapacity: true)
      ends.append(postings.count)
    }
  }

  /// How often the words of a group occur in one paper.
  private struct Sum {
    var inTitle: Int32 = 0
    var inAbstract: Int32 = 0

    var isEmpty: Bool { inTitle == 0 && inAbstract == 0 }
  }
}
