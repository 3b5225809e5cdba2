import Text

/// Papers by a normal form of their titles; nearly every title has one paper.
struct TitleIndex {
  private var first = PaperTable<Fingerprint>()
  private var more: [Fingerprint: [Int]] = [:]

  /// Papers in the order in which they were added.
  func papers(of key: Fingerprint) -> [Int] {
    guard let first = first.paper(of: key) else { return [] }
    return more.isEmpty ? [first] : [first] + (more[key] ?? [])
  }

  mutating func add(_ paper: Int, to key: Fingerprint) {
    guard let known = first.add(key, paper) else { return }
    if known != paper, more[key]?.contains(paper) != true { more[key, default: []].append(paper) }
  }
}
