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
  }

  private let stream: ContentStream
  private let length: Int
  /// Those of the present phrase, in order of first use.
  private var surfaces: [Surface] = []

  init(_ stream: ContentStream, length: Int) {
    self.stream = stream
    self.length = length
  }

  /// Goes on to another phrase.
  mutating func start() { surfaces.removeAll(keepingCapacity: true) }

  /// Notes a use at the content word `at`.
  @inline(__always)
  mutating func count(_ at: Int, _ words: UnsafeBufferPointer<ContentWord>, isTitle: Bool, isClosed: Bool) {
    var place = 0
    while place < surfaces.count, !isSame(Int(surfaces[place].at), at, words) { place += 1 }
    if place == surfaces.count { surfaces.append(Surface(at: Int32(truncatingIfNeeded: at))) }
    surfaces[place].uses += 1
    if isClosed {
      surfaces[place].closed += 1
      surfaces[place].weight += isTitle ? 2 : 1
    }
  }

  /// True where the phrase is written the same way at two places.
  @inline(__always)
  private func isSame(_ a: Int, _ b: Int, _ words: UnsafeBufferPointer<ContentWord>) -> Bool {
    guard words[a].word == words[b].word else { return false }
    for offset in 1..<max(1, length) where !words[a + offset].isSpelled(like: words[b + offset]) { return false }
    return true
  }

  /// Writes the best form of the present phrase into `phrase` and its words into `index`.
  func choose(_ phrase: inout Phrase, into index: inout PhraseIndex) {
    let form = surfaces.count == 1 ? surfaces : bestForm(surfaces)
    phrase.formUses = form.reduce(0) { $0 + $1.uses }
    phrase.formClosed = form.reduce(0) { $0 + $1.closed }
    let surface = form.count == 1 ? Int(form[0].at) : bestSurface(form)
    phrase.start = Int32(index.words.count)
    for offset in 0..<length {
      index.words.append(stream.words[surface + offset].word)
      index.joints.append(offset == 0 ? .boundary : stream.words[surface + offset].joint)
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
      let last = stream.words[Int(form[0].at) + length - 1].word
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
      stream.lexicon.singulars[Int(stream.words[a + $0].word)]
        == stream.lexicon.singulars[Int(stream.words[b + $0].word)]
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
    stream.lexicon.isPlural(stream.words[Int(surface.at) + length - 1].word)
  }
}
