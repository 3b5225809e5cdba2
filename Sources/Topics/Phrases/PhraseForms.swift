/// The written forms of the phrases of one length, and which of them is the best.
///
/// A form is the phrase with its plurals folded; its surfaces are the ways in which it is written.
struct PhraseForms {
  private struct Surface {
    /// First use in the stream.
    var at: Int32
    var uses: Int32 = 0
    var closed: Int32 = 0
    /// Closed uses, those in titles counted twice.
    var weight: Int32 = 0
    /// Next surface of the same phrase, -1 at the end.
    var next: Int32
  }

  private let stream: ContentStream
  private let length: Int
  private var table = KeyTable()
  private var surfaces: [Surface] = []
  private var first: [Int32]

  init(_ stream: ContentStream, length: Int, phrases: Int) {
    self.stream = stream
    self.length = length
    first = Array(repeating: -1, count: phrases)
    table = KeyTable(capacity: phrases)
  }

  /// Notes a use of `phrase` at the content word `at` of a paper that ends before `end`.
  mutating func count(_ phrase: Int, at: Int, isTitle: Bool, end: Int) {
    var key = UInt64(UInt32(stream.words[at]))
    if length > 1 {
      key = KeyTable.extended(key, by: UInt64(phrase))
      for offset in 1..<length {
        let joint = UInt64(stream.joints[at + offset].rawValue)
        key = KeyTable.extended(key, by: UInt64(UInt32(stream.words[at + offset])) << 3 | joint)
      }
    }
    let number = Int(table.number(key))
    if number == surfaces.count {
      surfaces.append(Surface(at: Int32(at), next: first[phrase]))
      first[phrase] = Int32(number)
    }
    let after = at + length
    let isClosed = after >= end || stream.joints[after] == .boundary || stream.joints[after] == .of
    surfaces[number].uses += 1
    if isClosed {
      surfaces[number].closed += 1
      surfaces[number].weight += isTitle ? 2 : 1
    }
  }

  /// Writes the best form of phrase `number` into `phrase` and its words into `index`.
  func choose(_ number: Int, _ phrase: inout Phrase, into index: inout PhraseIndex) {
    var members: [Surface] = []
    var at = first[number]
    while at >= 0 {
      members.append(surfaces[Int(at)])
      at = surfaces[Int(at)].next
    }
    members.sort { $0.at < $1.at }
    let form = bestForm(members)
    phrase.formUses = form.reduce(0) { $0 + $1.uses }
    phrase.formClosed = form.reduce(0) { $0 + $1.closed }
    let surface = bestSurface(form)
    phrase.start = Int32(index.words.count)
    for offset in 0..<length {
      index.words.append(stream.words[surface + offset])
      index.joints.append(offset == 0 ? .boundary : stream.joints[surface + offset])
    }
  }

  /// The surfaces of the form that ends phrases most often, verbs' forms held back.
  private func bestForm(_ members: [Surface]) -> [Surface] {
    var forms: [[Surface]] = []
    for surface in members {
      let known = forms.firstIndex { isSameForm(Int($0[0].at), Int(surface.at)) }
      if let known { forms[known].append(surface) } else { forms.append([surface]) }
    }
    var best = forms[0]
    var bestScore: Float = -1
    for form in forms {
      let last = stream.words[Int(form[0].at) + length - 1]
      var score = (Float(form.reduce(0) { $0 + $1.weight }) + 0.1)
      score *= 1 - min(0.99, 2 * stream.lexicon.verbness(last))
      if stream.lexicon.traits[Int(last)].contains(.verbEnding) { score *= 0.3 }
      if score > bestScore {
        best = form
        bestScore = score
      }
    }
    return best
  }

  private func isSameForm(_ a: Int, _ b: Int) -> Bool {
    (0..<length).allSatisfy {
      stream.lexicon.singulars[Int(stream.words[a + $0])] == stream.lexicon.singulars[Int(stream.words[b + $0])]
    }
  }

  /// The commonest surface in the plural if that is common enough, else in the singular.
  ///
  /// Before a noun every word is in the singular ("graph neural networks"), so uses that end a phrase tell too.
  private func bestSurface(_ form: [Surface]) -> Int {
    var plural: (uses: Int32, closed: Int32) = (0, 0)
    var singular = plural
    for surface in form {
      if isPlural(surface) {
        plural = (plural.uses + surface.uses, plural.closed + surface.closed)
      } else {
        singular = (singular.uses + surface.uses, singular.closed + surface.closed)
      }
    }
    let wantsPlural =
      plural.uses > 0
      && (Float(plural.uses) >= 0.3 * Float(singular.uses) || Float(plural.closed) >= 0.8 * Float(singular.closed))
    var best = form[0]
    var bestUses: Int32 = -1
    for surface in form where isPlural(surface) == wantsPlural && surface.uses > bestUses {
      best = surface
      bestUses = surface.uses
    }
    return Int(best.at)
  }

  private func isPlural(_ surface: Surface) -> Bool {
    stream.lexicon.isPlural(stream.words[Int(surface.at) + length - 1])
  }
}
