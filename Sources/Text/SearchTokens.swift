/// The words under which a text can be found, by the rules that the page's script follows too.
///
/// Atoms come from `WordScanner` and are folded. Atoms linked by one hyphen, dot, apostrophe or underscore form a
/// chain, which gives its parts and, on top, the form written together: `pre-training` is found as `pre`,
/// `training` and `pretraining`. Runs of Han and kana give overlapping pairs.
public struct SearchTokens {
  /// How a word came out of the text.
  public enum Kind: Sendable {
    /// A word of its own, or a part of a chain.
    case word
    /// The parts of a chain written together.
    case joined
    /// The same of two parts that are words by themselves, three letters or more each: `pretraining`. Who looks for
    /// it can be led to the parts.
    case compound
  }

  /// No word is longer than this many scalars; what follows is cut off.
  public static let longestWord = 40

  private var chain = Chain()
  private var word: [UInt8] = []
  /// Room for a plain word, which is written eight bytes at a time.
  private var plain = [UInt8](repeating: 0, count: longestWord + 8)
  /// Folded forms of words that are not ASCII, by the fingerprint of the word: to take letters apart costs as much as
  /// to read a whole sentence, and words come again.
  private var known: [Fingerprint: [UInt8]] = [:]

  public init() {}

  /// Calls `body` with each word of `text` in order; the bytes are valid during the call alone.
  public mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Kind) -> Void) {
    var end = 0
    chain.clear()
    for atom in WordScanner(text) {
      let link = chain.atoms == 0 ? nil : SearchTokens.link(text, end..<atom.start)
      if link == nil { finishChain(body) }
      end = atom.end
      if link == nil, SearchTokens.standsAlone(text, atom), emitPlain(text, atom, body) { continue }
      take(text, atom, after: link, body)
    }
    finishChain(body)
  }

  /// The words of `text`, in order.
  public static func words(_ text: String) -> [(word: String, kind: Kind)] {
    var found: [(word: String, kind: Kind)] = []
    var tokens = SearchTokens()
    var copy = text
    copy.withUTF8 { bytes in
      tokens.scan(bytes) { found.append((String(decoding: $0, as: UTF8.self), $1)) }
    }
    return found
  }
}

extension SearchTokens {
  /// The atoms of a chain so far, written together.
  private struct Chain {
    var joined: [UInt8] = []
    var atoms = 0
    var isPlain = true
    var isOfWords = true

    mutating func clear() {
      joined.removeAll(keepingCapacity: true)
      atoms = 0
      isPlain = true
      isOfWords = true
    }

    mutating func append(_ word: [UInt8], after link: WordScanner.Gap?) {
      if link == .dot, let last = joined.last, let first = word.first, last &- 0x30 < 10, first &- 0x30 < 10 {
        joined.append(0x2E)
      }
      joined.append(contentsOf: word)
      atoms += 1
      if word.count < 3 || !word.allSatisfy({ $0 &- 0x61 < 26 }) { isOfWords = false }
      if isPlain, word.contains(where: { $0 >= 0xE2 }) { isPlain = !SearchTokens.containsPairScript(word) }
    }
  }

  /// Whether nothing behind an atom can belong to its word, as nearly always, and nothing before it names a letter.
  @inline(__always)
  private static func standsAlone(_ text: UnsafeBufferPointer<UInt8>, _ atom: WordScanner.Atom) -> Bool {
    if atom.start > 0, text[atom.start - 1] == 0x5C { return false }
    guard atom.end < text.count else { return true }
    switch text[atom.end] {
    case 0x20, 0x28, 0x29, 0x2C, 0x3A, 0x3B: return true
    case 0x2E: return atom.end + 1 == text.count || text[atom.end + 1] == 0x20
    default: return false
    }
  }

  /// Emits an atom of ASCII alone in small letters; false, and nothing done, where it is another or a long one.
  @inline(__always)
  private mutating func emitPlain(
    _ text: UnsafeBufferPointer<UInt8>, _ atom: WordScanner.Atom, _ body: (UnsafeBufferPointer<UInt8>, Kind) -> Void
  ) -> Bool {
    let length = atom.end - atom.start
    guard length <= SearchTokens.longestWord else { return false }
    return plain.withUnsafeMutableBufferPointer { plain in
      guard Octets.lowercaseASCII(text, atom.start..<atom.end, into: plain) else { return false }
      body(UnsafeBufferPointer(rebasing: plain[..<length]), .word)
      return true
    }
  }

  /// Takes an atom of any kind into the chain.
  private mutating func take(
    _ text: UnsafeBufferPointer<UInt8>, _ atom: WordScanner.Atom, after link: WordScanner.Gap?,
    _ body: (UnsafeBufferPointer<UInt8>, Kind) -> Void
  ) {
    word.removeAll(keepingCapacity: true)
    if SearchTokens.isScriptEll(text, atom) {
      word.append(0x6C)
    } else {
      fold(UnsafeBufferPointer(rebasing: text[atom.start..<atom.end]))
    }
    guard !word.isEmpty else { return }
    let sign = SearchTokens.sign(text, atom)
    if sign > 0, word.count == 1 { word.append(contentsOf: text[atom.end..<atom.end + sign]) }
    chain.append(word, after: link)
    if !(link == .apostrophe && word.count <= 2) { emitParts(body) }
    if sign > 0, word.count > 1, text[atom.end] == 0x2B, word.last != 0x2B, word.last != 0x23 {
      word.append(contentsOf: text[atom.end..<atom.end + sign])
      emit(.joined, body)
    }
  }

  /// Folds an atom into the current word, which is empty.
  private mutating func fold(_ atom: UnsafeBufferPointer<UInt8>) {
    if Folding.foldASCII(atom, into: &word) { return }
    let fingerprint = Fingerprint(UnsafeRawBufferPointer(atom))
    if let form = known[fingerprint] {
      word += form
      return
    }
    Folding.fold(atom, 0..<atom.count, into: &word)
    SearchTokens.spellGreekLetter(&word)
    known[fingerprint] = word
  }

  @inline(__always)
  private mutating func finishChain(_ body: (UnsafeBufferPointer<UInt8>, Kind) -> Void) {
    if chain.atoms == 0 { return }
    if chain.atoms > 1, chain.isPlain, SearchTokens.scalars(chain.joined) <= SearchTokens.longestWord {
      let kind: Kind = chain.atoms == 2 && chain.isOfWords ? .compound : .joined
      chain.joined.withUnsafeBufferPointer { body($0, kind) }
    }
    chain.clear()
  }

  /// The current word, or the pairs of its Han and kana runs and the words between them.
  private mutating func emitParts(_ body: (UnsafeBufferPointer<UInt8>, Kind) -> Void) {
    guard word.contains(where: { $0 >= 0xE2 }), SearchTokens.containsPairScript(word) else {
      emit(.word, body)
      return
    }
    let scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    var at = 0
    while at < scalars.count {
      let isPairs = SearchTokens.isPairScript(scalars[at].value)
      var end = at + 1
      while end < scalars.count, SearchTokens.isPairScript(scalars[end].value) == isPairs { end += 1 }
      let starts = isPairs && end - at > 2 ? Array(at..<end - 1) : [at]
      for start in starts {
        let stop = isPairs ? min(start + 2, end) : end
        word.removeAll(keepingCapacity: true)
        for scalar in scalars[start..<stop] {
          word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        emit(.word, body)
      }
      at = end
    }
  }

  private func emit(_ kind: Kind, _ body: (UnsafeBufferPointer<UInt8>, Kind) -> Void) {
    let count = SearchTokens.cut(word)
    word.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count]), kind) }
  }

  private static func scalars(_ word: [UInt8]) -> Int {
    word.count <= longestWord ? word.count : word.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Bytes of the first `longestWord` scalars.
  private static func cut(_ word: [UInt8]) -> Int {
    guard word.count > longestWord else { return word.count }
    var scalars = 0
    for at in word.indices where word[at] & 0xC0 != 0x80 {
      if scalars == longestWord { return at }
      scalars += 1
    }
    return word.count
  }
}
