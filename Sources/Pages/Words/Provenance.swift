import Papers

/// Where a paper was seen, in words.
public struct Provenance: Sendable {
  private let names: DumpNames
  private let dumps: Int

  public init(_ library: Library) {
    names = DumpNames(library.dumps)
    dumps = library.dumps.count
  }

  /// What a list says of a paper: who wrote it and when, where that is known, else where it was seen.
  ///
  /// `Ada Lovelace and others, 1843`; of a paper that several dumps hold, `Ada Lovelace, 1843. In 2 of 4 dumps`.
  public func line(of paper: Paper) -> String {
    guard let source = Self.authorsAndYear(paper.details) else { return line(paper.sightings) }
    let held = onePerDump(paper.sightings).count
    return held > 1 ? "\(source). In\u{A0}\(held) of\u{A0}\(dumps) dumps" : source
  }

  private static func authorsAndYear(_ details: Details) -> String? {
    guard let first = details.authors.first else { return nil }
    let names =
      switch details.authors.count {
      case 1: first.full
      case 2: "\(first.full) and \(details.authors[1].full)"
      default: "\(first.full) and others"
      }
    return details.year.map { "\(names), \($0)" } ?? names
  }

  /// `Fourth dump, rank 11`; `In 3 of 4 dumps: ranks 41, 76, 1`; with a single dump `Rank 11`.
  public func line(_ sightings: [Sighting]) -> String {
    let best = onePerDump(sightings)
    guard let first = best.first else { return "" }
    if best.count == 1 { return dumps == 1 ? "Rank \(first.rank)" : place(first) }
    let ranks = best.map { String($0.rank) }.joined(separator: ",\u{A0}")
    return "In \(best.count) of \(dumps) dumps: ranks\u{A0}\(ranks)"
  }

  /// `Fourth dump, rank 11, line 35`
  func whole(_ sighting: Sighting) -> String { "\(place(sighting)), line\u{A0}\(sighting.line)" }

  func fullName(_ dump: Int) -> String { names.full[dump] }
  /// As a row of a table has it.
  public func shortName(_ dump: Int) -> String { names.short[dump] }
  func inlineName(_ dump: Int) -> String { names.inline[dump] }

  private func place(_ sighting: Sighting) -> String {
    guard names.full.indices.contains(sighting.dump) else { return "Rank \(sighting.rank)" }
    return "\(names.full[sighting.dump]), rank \(sighting.rank)"
  }

  private func onePerDump(_ sightings: [Sighting]) -> [Sighting] {
    var best: [Sighting] = []
    for sighting in sightings where best.last?.dump != sighting.dump { best.append(sighting) }
    return best
  }
}
