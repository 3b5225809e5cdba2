extension FoundPaper {
  /// What the fields of a tagged entry tell of a paper.
  init(_ entry: TaggedFields) {
    self.init()
    let pubmedID = entry.first("PMID")
    sourceID = pubmedID.map { "pmid:\($0)" } ?? entry.first("ID", "AN")
    hasLocalID = pubmedID == nil
    title = MarkupText.plain(entry.first("TI", "T1", "CT", "BT") ?? "")
    abstract = MarkupText.plain(entry.first("AB", "N2") ?? "")
    if pubmedID == nil { readRIS(entry) } else { readPubMed(entry) }
  }

  private mutating func readRIS(_ entry: TaggedFields) {
    // The Web of Science has the whole names beside the short ones.
    let full = entry.values("AF")
    details.authors = Self.authors(full.isEmpty ? entry.values("AU", "A1") : full, entry.values("A2", "ED"))
    details.year = entry.first("PY", "Y1", "YR", "DA").flatMap(Identifiers.year)
    details.date = entry.first("DA", "Y1", "PY").flatMap(Self.day)
    details.venue = entry.first("T2", "JO", "JF", "J2", "JA", "BT")
    details.doi = entry.first("DO", "L3", "M3").flatMap(Identifiers.doi)
    details.url = entry.values("UR", "L1", "L2", "LK").lazy.compactMap(Identifiers.webAddress).first
    let arxiv = (entry.values("AN", "C7", "M1").first { $0.lowercased().hasPrefix("arxiv:") }).flatMap(
      Identifiers.arxiv)
    details.arxivID =
      arxiv ?? entry.values("UR", "L1", "L2", "LK").lazy.compactMap(Identifiers.arxivOfAddress).first
    details.volume = entry.first("VL")
    details.issue = entry.first("IS")
    details.pages = JSONSchema.pages(entry.first("SP"), entry.first("EP"))
    details.publisher = entry.first("PB")
    details.keywords = Self.keywords(entry.values("KW"))
    details.language = entry.first("LA")
  }

  private mutating func readPubMed(_ entry: TaggedFields) {
    let full = entry.values("FAU")
    details.authors = Self.authors(full.isEmpty ? entry.values("AU") : full)
    details.year = entry.first("DP").flatMap(Identifiers.year)
    details.date = entry.first("DP").flatMap(Self.pubMedDay)
    details.venue = entry.first("JT", "TA")
    details.categories = entry.values("MH").prefix(Limits.list).map { $0.filter { $0 != "*" } }
    let identifiers = entry.values("AID", "LID")
    details.doi = identifiers.first { $0.hasSuffix("[doi]") }.flatMap(Identifiers.doi)
    details.url = entry.first("PMID").flatMap { Identifiers.webAddress("https://pubmed.ncbi.nlm.nih.gov/\($0)/") }
    details.volume = entry.first("VI")
    details.issue = entry.first("IP")
    details.pages = entry.first("PG")
    details.keywords = Self.keywords(entry.values("OT"))
    details.language = entry.first("LA")
  }

  /// The authors, or the editors of what has none.
  private static func authors(_ names: [String], _ editors: [String] = []) -> [Author] {
    (names.isEmpty ? editors : names).prefix(Limits.list).compactMap(Author.init(parsing:))
  }

  private static func keywords(_ values: [String]) -> [String] {
    values.prefix(Limits.list).flatMap { $0.split(separator: ";").map { trimmed(String($0)) } }.filter { !$0.isEmpty }
  }

  /// `2020 Mar 5`; a month alone is no day.
  private static func pubMedDay(_ date: String) -> String? {
    let parts = date.split(separator: " ")
    guard parts.count == 3, let year = Int(parts[0]), let day = Int(parts[2]),
      let month = BibTeXMonths.names.firstIndex(of: parts[1].lowercased())
    else { return nil }
    return Identifiers.day(year, month + 1, day)
  }

  /// `2021/02/01/` as `2021-02-01`.
  private static func day(_ date: String) -> String? {
    let parts = date.split(separator: "/", omittingEmptySubsequences: false).prefix(3).compactMap { Int($0) }
    return parts.count == 3 ? Identifiers.day(parts[0], parts[1], parts[2]) : Identifiers.day(date)
  }
}
