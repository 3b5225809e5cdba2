/// Lines that a page shows beside every paper: counts of votes, dates, names, labels of links.
///
/// One such line says nothing; it is the number of them that tells. A kind of line is a refrain where at least three of
/// it stand in a dump, one for every five papers or more.
struct Refrains {
  /// What a line can be beside a paper.
  enum Kind: Hashable {
    /// `42`, `1.2k`, `3 comments`
    case count
    /// `Mar 5`, `Published on 5 March 2024`
    case date
    /// `by Ada Lovelace`, `Authors: …`
    case byline
    /// `Ada Lovelace, Alan M. Turing`
    case names
    /// `Keywords: …`, `DOI: …`
    case field(String)
    /// `Read more`: the line itself, word for word.
    case label(String)
  }

  private let lines: [UnsafeBufferPointer<UInt8>]
  private var kinds: Set<Kind> = []

  /// Goes through the lines of a dump that are not blank.
  init(_ lines: [UnsafeBufferPointer<UInt8>]) {
    self.lines = lines
    var counts: [Kind: Int] = [:]
    var papers = 0
    for place in lines.indices {
      if lines[place].count >= Self.longestTitle { papers += 1 }
      if let kind = kind(of: place) { counts[kind, default: 0] += 1 }
    }
    for (kind, count) in counts where count >= 3 && count * 5 >= papers { kinds.insert(kind) }
  }

  /// The refrain that a line is one of; nil for text.
  func refrain(_ place: Int) -> Kind? {
    kinds.isEmpty ? nil : kind(of: place).flatMap { kinds.contains($0) ? $0 : nil }
  }

  /// Lines of more bytes are taken for abstracts here.
  static let longestTitle = 120
  private static let longestLabel = 24
  private static let longestDate = 40

  /// The kind that a line would be of. Nearly all lines are out after a look at a few bytes.
  private func kind(of place: Int) -> Kind? {
    let line = lines[place]
    guard line.count <= 600, let first = line.first else { return nil }
    let hasLabel =
      line.prefix(LineLabels.longest).contains(0x3A) || first | 0x20 == 0x62
      || line.count <= 60 && LineLabels.mayHave(line)
    if hasLabel, let label = LineLabels.label(of: String(decoding: line, as: UTF8.self)) {
      if LineLabels.bylines.contains(label) { return .byline }
      return LineLabels.fields.contains(label) ? .field(label) : nil
    }
    if line.count <= Self.longestDate {
      let words = String(decoding: line, as: UTF8.self).lowercased()
        .split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
      if Self.isCount(words) { return .count }
      if Self.isDate(words) { return .date }
    }
    let isBeforeAbstract = place + 1 < lines.count && lines[place + 1].count >= Self.longestTitle
    // A title stands before an abstract; a label that does so is one.
    if line.count <= Self.longestLabel, !isBeforeAbstract {
      return .label(String(decoding: line, as: UTF8.self))
    }
    // Names stand between a title and an abstract.
    guard isBeforeAbstract, place > 0, lines[place - 1].count < Self.longestTitle else { return nil }
    return PersonNames.isList(String(decoding: line, as: UTF8.self)) ? .names : nil
  }

  /// A number, alone or with the word for what is counted.
  private static func isCount(_ words: [String]) -> Bool {
    guard let number = words.first, number.utf8.first?.isDigit == true, words.count <= 3,
      number.utf8.allSatisfy({ $0.isDigit || [0x2E, 0x2C, 0x6B, 0x6D].contains($0) })
    else { return false }
    return words.count == 1 || words.dropFirst().allSatisfy(counted.contains)
  }

  /// A day, a month or a year in words or figures, and nothing else.
  private static func isDate(_ words: [String]) -> Bool {
    guard words.contains(where: { $0.utf8.first?.isDigit == true }), words.count <= 8 else { return false }
    var hasMonth = false
    for word in words {
      let isNumber = word.utf8.first?.isDigit == true && word.utf8.count <= 4
      let isMonth =
        word.count >= 3 && BibTeXMonths.names.contains(String(word.prefix(3))) && months.contains { $0.hasPrefix(word) }
      if isMonth { hasMonth = true }
      if !isNumber, !isMonth, !dateWords.contains(word) { return false }
    }
    return hasMonth || words.count == 3 && words.allSatisfy { $0.utf8.first?.isDigit == true }
  }

  private static let counted: Set<String> = [
    "upvotes", "upvote", "votes", "vote", "likes", "like", "comments", "comment", "replies", "reply", "stars", "star",
    "points", "point", "citations", "citation", "views", "view", "downloads", "days", "day", "hours", "hour", "weeks",
    "week", "ago", "min", "read", "authors", "author", "k",
  ]
  private static let dateWords: Set<String> = [
    "published", "submitted", "posted", "updated", "on", "at", "the", "of", "mon", "tue", "wed", "thu", "fri", "sat",
    "sun",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "utc", "gmt", "am", "pm",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
