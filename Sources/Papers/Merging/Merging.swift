import Text

/// Joins the records of all dumps into papers: each paper once, with every place where it was seen.
struct Merging {
  private(set) var papers: [Paper] = []
  private(set) var merges: [Merge] = []
  private var keys: [TitleKey] = []
  private var byID: [String: Int] = [:]
  private var byDOI: [String: Int] = [:]
  private var byArxivID: [String: Int] = [:]
  private var byTitle = TitleIndex()
  private var byLooseTitle = TitleIndex()
  private var bySketch = SketchIndex()
  private var sketches: [AbstractSketch] = []

  /// Takes the records of one dump after another, in order of rank.
  mutating func add(_ mended: MendedRecord, dump: Int) {
    let sighting = Sighting(dump: dump, rank: mended.record.rank, line: mended.record.position.line)
    if let (paper, reason) = match(mended, dump: dump) {
      join(mended, to: paper, sighting)
      let title = mended.record.title
      let other = title == papers[paper].title ? nil : title
      merges.append(Merge(paper: paper, sighting: sighting, reason: reason, otherTitle: other))
      index(mended, paper)
    } else {
      let record = mended.record
      papers.append(
        Paper(
          id: PaperID(""), sourceID: record.sourceID, title: record.title, abstract: record.abstract,
          sourceTitle: mended.sourceTitle, sourceAbstract: mended.sourceAbstract, details: record.details,
          sightings: [sighting]))
      keys.append(mended.key)
      sketches.append(mended.sketch)
      bySketch.add(papers.count - 1, mended.sketch)
      index(mended, papers.count - 1)
    }
  }

  /// The paper that a record tells of, by the surest sign that they share.
  private func match(_ mended: MendedRecord, dump: Int) -> (Int, Merge.Reason)? {
    let record = mended.record
    if let id = record.sourceID, let paper = byID[id], isSameID(id, mended, paper, dump) { return (paper, .sameID) }
    if let arxiv = record.details.arxivID, let paper = byArxivID[arxiv] { return (paper, .sameID) }
    if let doi = record.details.doi, let paper = byDOI[doi] { return (paper, .sameDOI) }
    for paper in byTitle.papers(of: mended.key.exact) where !isOtherPaper(record, papers[paper]) {
      return (paper, .sameTitle)
    }
    for paper in byLooseTitle.papers(of: mended.key.loose)
    where AbstractWords.compare(record.abstract, papers[paper].abstract) == .same {
      return (paper, .sameTitle)
    }
    return nearlySame(mended).map { ($0, .nearAbstract) }
  }

  /// A paper with nearly the same abstract and half of the title's words; never one with another identifier.
  private func nearlySame(_ mended: MendedRecord) -> Int? {
    var seen: [Int] = []
    for part in mended.sketch.parts {
      for paper in bySketch.papers(of: part) where !seen.contains(paper) {
        seen.append(paper)
        guard sketches[paper].shared(with: mended.sketch) >= AbstractSketch.sharedByVersions,
          !haveOtherIDs(mended.record, paper), Self.figures(mended.record.title) == Self.figures(papers[paper].title)
        else { continue }
        let titles = AbstractWords(mended.record.title).shared(with: AbstractWords(papers[paper].title))
        let texts = AbstractWords(mended.record.abstract).shared(with: AbstractWords(papers[paper].abstract))
        if titles >= 0.5, texts >= 0.9 { return paper }
      }
    }
    return nil
  }

  /// Titles that differ in a number are parts of a series.
  private static func figures(_ title: String) -> [UInt8] { title.utf8.filter(\.isDigit) }

  /// Both have identifiers of the same kind that hold beyond their files, and these differ.
  private func haveOtherIDs(_ record: Record, _ paper: Int) -> Bool {
    func differ(_ one: String?, _ other: String?) -> Bool { one != nil && other != nil && one != other }
    let other = papers[paper]
    return !record.hasLocalID && differ(record.sourceID, other.sourceID)
      || differ(record.details.arxivID, other.details.arxivID)
  }

  /// A bare number counts the entries of its own dump; in another dump it says nothing without the text.
  private func isSameID(_ id: String, _ mended: MendedRecord, _ paper: Int, _ dump: Int) -> Bool {
    let isCounter = id.utf8.count < 7 && id.utf8.allSatisfy { $0 &- 0x30 < 10 }
    if !mended.record.hasLocalID, !isCounter || papers[paper].sightings.contains(where: { $0.dump == dump }) {
      return true
    }
    return keys[paper].loose == mended.key.loose
      || AbstractWords.compare(mended.record.abstract, papers[paper].abstract) == .same
  }

  /// Two papers of one title: both have identifiers, these differ, and so do the abstracts; or they share no author.
  private func isOtherPaper(_ record: Record, _ paper: Paper) -> Bool {
    let families = (Set(record.details.authors.map(\.family)), Set(paper.details.authors.map(\.family)))
    if !families.0.isEmpty, !families.1.isEmpty, families.0.isDisjoint(with: families.1),
      AbstractWords.compare(record.abstract, paper.abstract) != .same
    {
      return true
    }
    guard let one = record.sourceID, let other = paper.sourceID, one != other else { return false }
    return AbstractWords.compare(record.abstract, paper.abstract) == .different
  }

  private mutating func index(_ mended: MendedRecord, _ paper: Int) {
    if let id = mended.record.sourceID, byID[id] == nil { byID[id] = paper }
    if let doi = mended.record.details.doi, byDOI[doi] == nil { byDOI[doi] = paper }
    if let arxiv = mended.record.details.arxivID, byArxivID[arxiv] == nil { byArxivID[arxiv] = paper }
    byTitle.add(paper, to: mended.key.exact)
    byLooseTitle.add(paper, to: mended.key.loose)
  }

  /// Adds what a further entry knows: a missing or cut abstract, details that the paper lacks.
  private mutating func join(_ mended: MendedRecord, to paper: Int, _ sighting: Sighting) {
    let record = mended.record
    papers[paper].sightings.append(sighting)
    papers[paper].sourceID = papers[paper].sourceID ?? record.sourceID
    let abstract = papers[paper].abstract
    if abstract.isEmpty || (record.abstract.utf8.count > abstract.utf8.count && record.abstract.hasPrefix(abstract)) {
      papers[paper].abstract = record.abstract
      papers[paper].sourceAbstract = mended.sourceAbstract
    }
    papers[paper].details.fill(from: record.details)
  }
}

extension Merging {
  /// Gives every paper its identifier.
  ///
  /// Papers of one normalised title are told apart by their own ids and abstracts: the one whose text comes first
  /// keeps the plain identifier, whatever the order in which they were read.
  mutating func identify() {
    let order = papers.indices.sorted { (keys[$0].exact, $0) < (keys[$1].exact, $1) }
    var taken: Set<UInt64> = []
    var others: [Int] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, keys[order[end]].exact == keys[order[start]].exact { end += 1 }
      var group = order[start..<end]
      if group.count > 1 { group.sort { (text(of: $0), $0) < (text(of: $1), $1) } }
      papers[group[start]].id = Self.free(keys[group[start]].exact, &taken)
      others += group.dropFirst()
      start = end
    }
    for paper in others {
      papers[paper].id = Self.free(Fingerprint(keys[paper].exact.hex + text(of: paper)), &taken)
    }
  }

  /// What tells papers of one title apart.
  private func text(of paper: Int) -> String { (papers[paper].sourceID ?? "") + "\u{1F}" + papers[paper].abstract }

  /// The identifier of a fingerprint, or the next one that is not taken.
  private static func free(_ fingerprint: Fingerprint, _ taken: inout Set<UInt64>) -> PaperID {
    var fingerprint = fingerprint
    while !taken.insert(PaperID.number(of: fingerprint)).inserted { fingerprint = Fingerprint(fingerprint.hex) }
    return PaperID(drawnFrom: fingerprint)
  }
}
