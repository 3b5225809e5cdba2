/// What the bytes around and in an atom say of it.
extension SearchTokens {
  /// What links two atoms into one chain, nil where they stand apart.
  static func link(_ text: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>) -> WordScanner.Gap? {
    if gap.count == 1 {
      switch text[gap.lowerBound] {
      case 0x2D, 0x5F: return .hyphen
      case 0x27: return .apostrophe
      case 0x2E: return .dot
      default: return nil
      }
    }
    guard gap.count == 3, text[gap.lowerBound] == 0xE2, text[gap.lowerBound + 1] == 0x80 else { return nil }
    switch text[gap.lowerBound + 2] {
    case 0x90, 0x91, 0x93: return .hyphen
    case 0x99: return .apostrophe
    default: return nil
    }
  }

  /// Whether the atom is the name of the letter ℓ as TeX writes it: `\ell`, or `ell` before an underscore.
  static func isScriptEll(_ text: UnsafeBufferPointer<UInt8>, _ atom: WordScanner.Atom) -> Bool {
    guard atom.end - atom.start == 3, text[atom.start] == 0x65, text[atom.start + 1] == 0x6C,
      text[atom.start + 2] == 0x6C
    else { return false }
    return atom.start > 0 && text[atom.start - 1] == 0x5C || atom.end < text.count && text[atom.end] == 0x5F
  }

  /// Length of the sign that belongs to the atom: `++`, or `#` after a single letter (`C++`, `C#`); 0 without one.
  static func sign(_ text: UnsafeBufferPointer<UInt8>, _ atom: WordScanner.Atom) -> Int {
    guard atom.end < text.count else { return 0 }
    let isLatin = text[atom.end - 1] < 0x80
    if isLatin, text[atom.end] == 0x2B, atom.end + 1 < text.count, text[atom.end + 1] == 0x2B { return 2 }
    if text[atom.end] == 0x23, atom.end - atom.start == 1, text[atom.start] >= 0x41 { return 1 }
    return 0
  }

  private static let greekLetters = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
    "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
  ].map { Array($0.utf8) }

  /// A single Greek letter is found by its name, as people type it: `β-VAE` and `beta-VAE`.
  static func spellGreekLetter(_ word: inout [UInt8]) {
    guard word.count == 2, word[0] == 0xCE || word[0] == 0xCF else { return }
    let value = Int(word[0] & 0x1F) << 6 | Int(word[1] & 0x3F)
    guard value >= 0x3B1, value <= 0x3C9 else { return }
    word = greekLetters[value - 0x3B1]
  }

  static func containsPairScript(_ word: [UInt8]) -> Bool {
    String(decoding: word, as: UTF8.self).unicodeScalars.contains { isPairScript($0.value) }
  }

  /// Han, Hiragana and Katakana, which are written without spaces.
  static func isPairScript(_ value: UInt32) -> Bool {
    switch value {
    case 0x3005, 0x3007, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x323AF:
      return true
    default: return false
    }
  }
}
