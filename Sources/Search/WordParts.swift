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

  init(_ vocabulary: Vocabulary, _ postings: Postings, _ layout: Layout, _ slices: Slices) {
    let tails = cutTails(vocabulary, postings, layout, slices)
    let cuts = Self.cuts(vocabulary, postings, layout)
    firstForms = cuts.map { vocabulary.words.text($0.firstForm) }
    words = slices.mapEach(cuts.count, sliceSize: 1) { number in
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
    let sizes = vocabulary.groups.map { group in
      8 + 4 * postings.head(group, layout)
        + vocabulary.forms(group).reduce(0) { $0 + vocabulary.words.length(Int($1)) }
    }
    let limit = max(layout.wordBytes, sizes.reduce(0, +) / Layout.mostWordParts)
    var cuts: [Cut] = []
    var place = Array(repeating: -1, count: vocabulary.groups.count)
    var bytes = Int.max
    for form in vocabulary.sorted {
      let group = Int(vocabulary.groupOfWord[Int(form)])
      if group < 0 { continue }
      if bytes >= limit {
        cuts.append(Cut(firstForm: Int(form)))
        bytes = 0
      }
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
    json.key("words")
    json.string(packed(groups, vocabulary))
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
  private static func write(_ postings: ArraySlice<Posting>, into json: inout JSONWriter) {
    var numbers: [Int] = []
    numbers.reserveCapacity(postings.count + Impact.levels)
    var level = -1
    var last = -1
    for posting in postings {
      if Int(posting.level) != level {
        level = Int(posting.level)
        last = -1
        numbers.append(-1 - level)
      }
      numbers.append(Int(posting.paper) - last)
      last = Int(posting.paper)
    }
    json.beginArray()
    json.integers(numbers)
    json.endArray()
  }

  /// The forms of each group, a blank between one group and the next.
  private static func packed(_ groups: [Int], _ vocabulary: Vocabulary) -> [UInt8] {
    var packed: [UInt8] = []
    for group in groups {
      if !packed.isEmpty { packed.append(0x20) }
      pack(vocabulary.forms(group).map { vocabulary.words.bytes(Int($0)) }, into: &packed)
    }
    return packed
  }

  /// The forms of a group: the letters that all share, then what each adds, `studi,ed,es`; one form stands as it is.
  static func pack(_ forms: [ArraySlice<UInt8>], into packed: inout [UInt8]) {
    guard forms.count > 1, let first = forms.first, let last = forms.last else {
      if let only = forms.first { packed += only }
      return
    }
    let shared = shared(first, last)
    packed += first.prefix(shared)
    for form in forms {
      packed.append(0x2C)
      packed += form.dropFirst(shared)
    }
  }

  /// Bytes of the letters that two forms begin with.
  private static func shared(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
    func isInside(_ form: ArraySlice<UInt8>, _ place: Int) -> Bool {
      place < form.count && form[form.startIndex + place] & 0xC0 == 0x80
    }
    var shared = 0
    while shared < min(one.count, other.count), one[one.startIndex + shared] == other[other.startIndex + shared] {
      shared += 1
    }
    while shared > 0, isInside(one, shared) || isInside(other, shared) { shared -= 1 }
    return shared
  }

  private mutating func cutTails(
    _ vocabulary: Vocabulary, _ postings: Postings, _ layout: Layout, _ slices: Slices
  ) -> [Int: Tail] {
    let groups = vocabulary.groups.filter { postings.count($0) > postings.head($0, layout) }
    let lists = slices.mapEach(groups.count, sliceSize: 16) { number in
      var json = JSONWriter()
      Self.write(postings.byLevel(groups[number]).dropFirst(postings.head(groups[number], layout)), into: &json)
      return json.bytes
    }
    let rest = groups.reduce(0) { $0 + postings.count($1) - postings.head($1, layout) }
    let limit = max(layout.tailBytes, 4 * rest / Layout.mostTailParts)
    var found: [Int: Tail] = [:]
    var json = JSONWriter()
    var place = 0
    for (group, list) in zip(groups, lists) {
      if place == 0 { json.beginArray() }
      found[group] = Tail(part: tails.count, place: place)
      json.json(list)
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
