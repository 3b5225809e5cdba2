/// Words whose full stop does not end a sentence.
enum Abbreviations {
  enum Kind {
    /// Not an abbreviation.
    case none
    /// Something always follows: `e.g.`, `Fig.`.
    case never
    /// Ends a sentence only where a word follows that begins many of them: `et al.`, `etc.`, initials.
    case beforeOpener
  }

  static func kind(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Kind {
    if word.count == 1 { return text[word.lowerBound] &- 0x41 < 26 ? .beforeOpener : .none }
    guard word.count <= 8 else { return .none }
    let packed = pack(text[word])
    if always.contains(packed) { return .never }
    if often.contains(packed) { return .beforeOpener }
    // Initials and contractions with inner stops: `J.K`, `U.S`, `Ph.D`.
    let hasStops = text[word].contains(0x2E) && text[word].split(separator: 0x2E).allSatisfy { $0.count <= 2 }
    return hasStops && !text[word].contains { $0 &- 0x30 < 10 } ? .beforeOpener : .none
  }

  /// Whether the word at `at` begins many sentences.
  static func isOpener(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var end = at
    while end < text.count, text[end] | 0x20 &- 0x61 < 26 { end += 1 }
    guard end - at <= 8, end > at, text[at] &- 0x41 < 26 else { return false }
    return openers.contains(pack(text[at..<end]))
  }

  /// Up to eight bytes, ASCII letters in lower case, as one number.
  private static func pack(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1.asciiLowercased) }
  }

  private static func table(_ words: String) -> Set<UInt64> {
    Set(words.utf8.split(separator: 0x20).map { word in word.reduce(0) { $0 << 8 | UInt64($1) } })
  }

  private static let always = table(
    "e.g i.e eg ie cf vs v.s fig figs eq eqs eqn sec secs tab ref refs dr mr mrs ms prof st resp approx ca viz vol pp "
      + "no nos w.r.t a.k.a def thm lem prop alg app ch chap ed eds")

  private static let often = table("etc al i.i.d u.s u.k e.u u.n inc ltd corp co jr sr ph.d dept univ est a.i")

  private static let openers = table(
    "we the this these those that in our it its to here there a an as at by for from if moreover however thus hence "
      + "then when while with although also additionally finally first second on they their results code both after "
      + "such unlike using based despite since given most many some one two further together")
}
