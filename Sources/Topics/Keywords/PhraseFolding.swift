/// Phrases that are one idea written with a hyphen, a blank or neither: `pre-training`, `pretraining`.
///
/// Stems and plurals are one phrase from the start; short forms count for their long forms in the index.
struct PhraseFolding {
  private var target: [Int]

  /// A spelling gives way to a commoner one, and that again; no chain is longer.
  private static let longestChain = 4

  init(_ index: PhraseIndex) {
    target = Array(index.phrases.indices)
    var byLetters: [String: Int] = [:]
    for phrase in index.phrases.indices where index.phrases[phrase].quality > 0 {
      let letters = index.words(of: phrase).enumerated().map { offset, word in
        offset + 1 < Int(index.phrases[phrase].length)
          ? index.lexicon.words[Int(word)] : Inflection.singular(index.lexicon.words[Int(word)])
      }.joined()
      guard let known = byLetters[letters] else {
        byLetters[letters] = phrase
        continue
      }
      if index.phrases[phrase].papers > index.phrases[known].papers {
        target[known] = phrase
        byLetters[letters] = phrase
      } else {
        target[phrase] = known
      }
    }
    for phrase in target.indices {
      for _ in 0..<Self.longestChain { target[phrase] = target[target[phrase]] }
    }
  }

  /// The phrase that stands for `phrase`.
  subscript(phrase: Int) -> Int { target[phrase] }
}
