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
    var part: Int
    var place: Int
  }

  init(_ vocabulary: Vocabulary, _ postings: Postings, _ layout: Layout, threads: Int) {
    let tails = cutTails(vocabulary, postings, layout)
    let cuts = Self.cuts(vocabulary, postings, layout)
    firstForms = cuts.map { vocabulary.words.text($0.firstForm) }
    words = Slices(threads: threads).mapEach(cuts.count, sliceSize: 1) { number in
      Part(name: "t/\(number)", json: Self.json(cuts[number].groups, vocabulary, postings, layout, tails))
    }
  }
}

extension WordParts {
  /// What a part holds: the groups of its stretch of all forms in order. A group whose forms fall into several
  /// stretches stands in each of them, so that a form leads to its part.
  private struct Cut {
    var firstForm: Int
    var groups: [Int] = []
  }

  private static func cuts(_ vocabulary: Vocabulary, _ postings: Postings, _ layout: Layout) -> [Cut] {
    let sizes = vocabulary.groups.indices.map { group in
      8 + 4 * postings.head(group, layout)
        + vocabulary.groups[group].reduce(0) { $0 + vocabulary.words.bytes($1).count }
    }
    let limit = max(layout.wordBytes, sizes.reduce(0, +) / Layout.mostWordParts)
    var cuts: [Cut] = []
    var place = Array(repeating: -1, count: vocabulary.groups.count)
    var bytes = Int.max
    for form in vocabulary.sorted where vocabulary.groupOfWord[form] >= 0 {
      if bytes >= limit {
        cuts.append(Cut(firstForm: form))
        bytes = 0
      }
      let group = vocabulary.groupOfWord[form]
      if place[group] == cuts.count { continue }
      place[group] = cuts.count
      cuts[cuts.count - 1].groups.append(group)
      bytes += sizes[group]
    }
    return cuts
  }

  private static func json(
    _ groups: [Int], _ vocabulary: Vocabulary, _ postings: Postings, _ layout: Layout, _ tails: [Int: Tail]
  ) -> [UInt8] {
    var json = JSONWriter(reserving: 64_000)
    json.beginObject()
    json.field("words", groups.map { packed(vocabulary.forms($0)) }.joined(separator: " "))
    json.key("papers")
    json.beginArray()
    for group in groups { write(postings.byLevel(group).prefix(postings.head(group, layout)), into: &json) }
    json.endArray()
    json.key("more")
    json.beginArray()
    for (number, group) in groups.enumerated() {
      guard let tail = tails[group] else { continue }
      json.beginArray()
      json.integer(number)
      json.integer(postings.count(group))
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

  private mutating func cutTails(_ vocabulary: Vocabulary, _ postings: Postings, _ layout: Layout) -> [Int: Tail] {
    var found: [Int: Tail] = [:]
    let rest = vocabulary.groups.indices.reduce(0) { $0 + postings.count($1) - postings.head($1, layout) }
    let limit = max(layout.tailBytes, 4 * rest / Layout.mostTailParts)
    var json = JSONWriter()
    var place = 0
    for group in vocabulary.groups.indices where postings.count(group) > postings.head(group, layout) {
      if place == 0 { json.beginArray() }
      found[group] = Tail(part: tails.count, place: place)
      Self.write(postings.byLevel(group).dropFirst(postings.head(group, layout)), into: &json)
      place += 1
      if json.bytes.count > limit {
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
