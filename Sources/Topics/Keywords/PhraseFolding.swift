/// Phrases that are one idea written in different ways: by hyphen (`pre-training`, `pretraining`) or by a short
/// form; stems and plurals are one phrase from the start.
struct PhraseFolding {
  private var target: [Int]

  /// Short form, long form, its spelling with a hyphen: no chain of foldings is longer.
  private static let longestChain = 3

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
    for form in index.shortForms {
      guard let long = form.phrase else { continue }
      for word in form.words { if let short = index.find([word], [.boundary]) { target[short] = long } }
    }
    for phrase in target.indices {
      for _ in 0..<Self.longestChain { target[phrase] = target[target[phrase]] }
    }
  }

  /// The phrase that stands for `phrase`.
  subscript(phrase: Int) -> Int { target[phrase] }
}
