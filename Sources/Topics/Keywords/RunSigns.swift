/// What a word does to a run of content words in a paper.
struct RunSigns: OptionSet, Sendable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// No run holds it.
  static let cut = RunSigns(rawValue: 1)
  /// Is trimmed from both edges.
  static let verb = RunSigns(rawValue: 2)
  /// Is trimmed from the end of a longer run.
  static let verbEnding = RunSigns(rawValue: 4)
  /// Is no phrase by itself.
  static let slight = RunSigns(rawValue: 8)

  /// - Parameter verbness: a word that is used as a verb more often than this is one.
  init(_ word: Int32, _ lexicon: Lexicon, verbness: Float) {
    let traits = lexicon.traits(word)
    var signs: RunSigns = []
    if !traits.isDisjoint(with: [.cut, .number]) { signs.insert(.cut) }
    if lexicon.uses(word) >= 3, lexicon.verbness(word) > verbness { signs.insert(.verb) }
    if traits.contains(.verbEnding) { signs.insert(.verbEnding) }
    if !traits.isDisjoint(with: [.stop, .short]), !traits.contains(.innerCapital) { signs.insert(.slight) }
    self = signs
  }
}
