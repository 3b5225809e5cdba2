import Parallel
import Text

/// The parts `t/N` (words and their papers), `u/N` (papers of lower weight of the commonest words).
struct WordParts {
  private(set) var words: [Part] = []
  private(set) var tails: [Part] = []
  /// The first form of each part of words.
  private(set) var firstForms: [String] = []

  /// Postings of one word that did not fit beside it.
  private struct Tail: Sendable {
    var group: Int
    var part: Int
    var place: Int
  }

  init(_ vocabulary: Vocabulary, _ postings: Postings, _ layout: Layout, threads: Int) {
    let tails = cutTails(vocabulary, postings, layout)
    let ranges = Self.ranges(vocabulary, postings, layout)
    firstForms = ranges.map { vocabulary.words.text(vocabulary.groups[$0.lowerBound][0]) }
    words = Slices(threads: threads).mapEach(ranges.count, sliceSize: 1) { number in
      let range = ranges[number]
      return Part(
        name: "t/\(number)",
        json: Self.json(range, vocabulary, postings, layout, tails.filter { range.contains($0.group) }))
    }
  }
}

extension WordParts {
  /// Groups of each part: a part ends where no group has forms on both sides, so that a form leads to its part.
  private static func ranges(_ vocabulary: Vocabulary, _ postings: Postings, _ layout: Layout) -> [Range<Int>] {
    let sizes = vocabulary.groups.indices.map { group in
      8 + 4 * min(layout.headPostings, postings.count(group))
        + vocabulary.groups[group].reduce(0) { $0 + vocabulary.words.bytes($1).count }
    }
    let limit = max(layout.wordBytes, sizes.reduce(0, +) / Layout.mostWordParts)
    var ranges: [Range<Int>] = []
    var start = 0
    var bytes = 0
    var last = -1
    for group in vocabulary.groups.indices {
      let forms = vocabulary.groups[group].map { vocabulary.ranks[$0] }
      if bytes >= limit, forms[0] > last {
        ranges.append(start..<group)
        start = group
        bytes = 0
      }
      bytes += sizes[group]
      last = max(last, forms[forms.count - 1])
    }
    if start < vocabulary.groups.count { ranges.append(start..<vocabulary.groups.count) }
    return ranges
  }

  private static func json(
    _ range: Range<Int>, _ vocabulary: Vocabulary, _ postings: Postings, _ layout: Layout, _ tails: [Tail]
  ) -> [UInt8] {
    var json = JSONWriter(reserving: 64_000)
    json.beginObject()
    json.field("words", range.map { packed(vocabulary.forms($0)) }.joined(separator: " "))
    json.key("papers")
    json.beginArray()
    for group in range { write(postings.byLevel(group).prefix(layout.headPostings), into: &json) }
    json.endArray()
    json.key("more")
    json.beginArray()
    for tail in tails {
      json.beginArray()
      json.integer(tail.group - range.lowerBound)
      json.integer(postings.count(tail.group))
      json.integer(tail.part)
      json.integer(tail.place)
      json.endArray()
    }
    json.endArray()
    json.endObject()
    return json.bytes
  }

  /// `-level`, then the gaps between the numbers of its papers (from -1), for each level downwards.
  private static func write(_ postings: ArraySlice<(paper: Int32, level: UInt8)>, into json: inout JSONWriter) {
    json.beginArray()
    var level = -1
    var last = -1
    for posting in postings {
      if Int(posting.level) != level {
        level = Int(posting.level)
        last = -1
        json.integer(-1 - level)
      }
      json.integer(Int(posting.paper) - last)
      last = Int(posting.paper)
    }
    json.endArray()
  }

  /// The forms of a group: the letters that all share, then what each adds, `studi,ed,es`; one form stands as it is.
  static func packed(_ forms: [String]) -> String {
    guard forms.count > 1, let first = forms.first, let last = forms.last else { return forms.first ?? "" }
    let shared = zip(first.unicodeScalars, last.unicodeScalars).prefix { $0 == $1 }.count
    let ends = forms.map { String(String.UnicodeScalarView($0.unicodeScalars.dropFirst(shared))) }
    return String(String.UnicodeScalarView(first.unicodeScalars.prefix(shared))) + "," + ends.joined(separator: ",")
  }

  private mutating func cutTails(_ vocabulary: Vocabulary, _ postings: Postings, _ layout: Layout) -> [Tail] {
    var found: [Tail] = []
    var json = JSONWriter()
    var place = 0
    for group in vocabulary.groups.indices where postings.count(group) > layout.headPostings {
      if place == 0 { json.beginArray() }
      found.append(Tail(group: group, part: tails.count, place: place))
      Self.write(postings.byLevel(group).dropFirst(layout.headPostings), into: &json)
      place += 1
      if json.bytes.count > 20 * layout.wordBytes {
        json.endArray()
        tails.append(Part(name: "u/\(tails.count)", json: json.bytes))
        json = JSONWriter()
        place = 0
      }
    }
    if place > 0 {
      json.endArray()
      tails.append(Part(name: "u/\(tails.count)", json: json.bytes))
    }
    return found
  }
}
