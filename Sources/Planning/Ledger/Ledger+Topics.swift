import Papers
import Text
import Topics

extension Ledger {
  /// The topics that an edition of `library` keeps; nil where they are to be found anew.
  ///
  /// They are found anew where the papers are those that they were found of, since that gives the same topics again, and
  /// where the settings are others.
  public func topics(for library: Library, settings: String) -> EarlierTopics? {
    guard let basis, basis.settings == settings, basis.papers != Self.fingerprint(library), !themes.isEmpty else {
      return nil
    }
    // Papers of a topic that was merged into another stand in both: its own entry comes last and counts.
    let order = entries.filter { $0.mergeInto == nil } + entries.filter { $0.mergeInto != nil }
    var place: [String: Int] = [:]
    for (at, entry) in order.enumerated() { place[entry.id] = at }
    var groups = themes.map { $0.compactMap { place[$0] } }
    for (at, entry) in order.enumerated() where entry.mergeInto != nil {
      guard let target = entry.mergeInto.flatMap({ place[$0] }) else { return nil }
      for theme in groups.indices where groups[theme].contains(target) { groups[theme].append(at) }
    }
    return EarlierTopics(topics: order.map(\.papers), themes: groups, drift: basis.drift)
  }

  /// The basis of the next ledger, after an edition of `library` whose analysis told of `drift`.
  public func nextBasis(_ library: Library, settings: String, drift: Int?) -> Basis {
    guard let drift, let basis else { return Basis(papers: Self.fingerprint(library), settings: settings, drift: 0) }
    return Basis(papers: basis.papers, settings: settings, drift: drift)
  }

  /// Changes with every text and with the order of the papers.
  private static func fingerprint(_ library: Library) -> String {
    var bytes: [UInt8] = []
    for paper in library.papers {
      Fingerprint(paper.title).appendHex(to: &bytes)
      Fingerprint(paper.abstract).appendHex(to: &bytes)
    }
    return Fingerprint(bytes).hex
  }
}
