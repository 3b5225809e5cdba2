import Papers

/// Which papers the dumps agree on.
public enum Consensus {
  /// Papers of more than one dump: those of most dumps first, then by the sum of 1 / (60 + rank) over their dumps.
  ///
  /// The sum is reciprocal rank fusion (Cormack, Clarke and Büttcher 2009) with the authors' constant.
  public static func order(_ library: Library) -> [Int] {
    let scored = library.papers.indices.compactMap { paper -> (paper: Int, dumps: Int, score: Double)? in
      let best = bestPerDump(library.papers[paper].sightings)
      guard best.count > 1 else { return nil }
      return (paper, best.count, best.reduce(0) { $0 + 1 / (60 + Double($1.rank)) })
    }
    let sorted = scored.sorted { a, b in
      if a.dumps != b.dumps { return a.dumps > b.dumps }
      return a.score != b.score ? a.score > b.score : a.paper < b.paper
    }
    return sorted.map(\.paper)
  }

  /// The first sighting in each dump, in order of dump.
  public static func bestPerDump(_ sightings: [Sighting]) -> [Sighting] {
    var best: [Sighting] = []
    for sighting in sightings where best.last?.dump != sighting.dump { best.append(sighting) }
    return best
  }
}
