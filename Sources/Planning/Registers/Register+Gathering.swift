import Papers
import Text

extension Register {
  /// The registers that the papers' details allow, in the order of `Kind`.
  static func all(_ papers: [Paper]) -> [Register] {
    Kind.allCases.compactMap { kind in
      let register = Register(kind, papers)
      return register.entries.isEmpty ? nil : register
    }
  }

  /// Gathers the values of one detail. Spellings that differ in case, accents and punctuation are one value, shown as
  /// most papers write it.
  private init(_ kind: Kind, _ papers: [Paper]) {
    var gathering = Gathering()
    for paper in papers.indices { gathering.add(paper, Self.values(kind, of: paper, papers)) }
    let years = papers.map { $0.details.year ?? 0 }
    self.kind = kind
    entries = gathering.values.map { value in
      let spelling = value.spelling
      let listed = value.papers.sorted { (-years[$0], $0) < (-years[$1], $1) }
      return Entry(name: spelling.name, listName: spelling.listName, papers: listed)
    }
    entriesOfPaper = gathering.entriesOfPaper
  }

  /// The paper is read in place, since a copy counts references for each of its details.
  private static func values(_ kind: Kind, of paper: Int, _ papers: [Paper]) -> [Spelling] {
    switch kind {
    case .authors:
      papers[paper].details.authors.map {
        Spelling(name: $0.full, listName: $0.given.isEmpty ? $0.family : "\($0.family), \($0.given)")
      }
    case .venues: papers[paper].details.venue.map { [Spelling(name: $0, listName: $0)] } ?? []
    case .years: papers[paper].details.year.map { [Spelling(name: String($0), listName: String($0))] } ?? []
    case .categories: papers[paper].details.categories.map { Spelling(name: $0, listName: $0) }
    case .givenKeywords: papers[paper].details.keywords.map { Spelling(name: $0, listName: $0) }
    }
  }
}

/// One way to write a value.
private struct Spelling: Equatable {
  var name: String
  var listName: String

  /// What spellings of one value have in common: their slug, and the signs that tell `C++` and `C#` from `C`.
  var key: String {
    guard let slug = Slug.of(name, limit: 400) else { return name.lowercased() }
    let marks = name.utf8.filter { $0 == 0x2B || $0 == 0x23 }
    return marks.isEmpty ? slug : slug + String(decoding: marks, as: UTF8.self)
  }
}

/// The values of one detail while the papers are gone through.
private struct Gathering {
  struct Value {
    var papers: [Int] = []
    /// Each with the number of papers that write it so; nearly every value has one.
    private var spellings: [(spelling: Spelling, count: Int)] = []

    mutating func add(_ paper: Int, _ spelling: Spelling) {
      if papers.last != paper { papers.append(paper) }
      if let known = spellings.firstIndex(where: { $0.spelling == spelling }) {
        spellings[known].count += 1
      } else {
        spellings.append((spelling, 1))
      }
    }

    /// The spelling of most papers; of two equally frequent ones that which comes first in Unicode's order.
    var spelling: Spelling {
      let first = spellings.min { a, b in
        if a.count != b.count { return a.count > b.count }
        return a.spelling.listName.unicodeScalars.lexicographicallyPrecedes(b.spelling.listName.unicodeScalars)
      }
      return first?.spelling ?? Spelling(name: "", listName: "")
    }
  }

  private(set) var values: [Value] = []
  private(set) var entriesOfPaper: [[Int]] = []
  private var places: [String: Int] = [:]

  mutating func add(_ paper: Int, _ spellings: [Spelling]) {
    var own: [Int] = []
    for spelling in spellings {
      let key = spelling.key
      let place = places[key] ?? values.count
      if place == values.count {
        places[key] = place
        values.append(Value())
      }
      values[place].add(paper, spelling)
      own.append(place)
    }
    entriesOfPaper.append(own)
  }
}
