import Text

/// Turns one text after the other into tokens.
struct TokenReader: Sendable {
  private(set) var tokens: [Corpus.Token] = []
  private(set) var table: WordTable
  /// True from something left out to the next token.
  private var isCut = false

  /// Longest word that is kept, in bytes; longer ones are no words of any language.
  private static let longest = 100

  /// - Parameter bytes: of all texts to be read.
  init(bytes: Int) {
    // Room for five bytes a word; what is not needed of it is never touched.
    tokens.reserveCapacity(bytes / 5)
    table = WordTable()
  }

  /// - Parameter table: knows the words of the texts.
  init(table: WordTable) { self.table = table }

  /// Appends the tokens of `text`.
  mutating func read(_ text: String) {
    var copy = text
    copy.withUTF8 { whole in
      let bytes = UnsafeBufferPointer(rebasing: whole.prefix(Corpus.Token.longestText))
      let asides = Asides.find(in: bytes)
      var aside = 0
      isCut = false
      var isFirst = true
      for atom in WordScanner(bytes) {
        while aside < asides.count && asides[aside].upperBound <= atom.start {
          aside += 1
          isCut = true
        }
        if aside < asides.count && asides[aside].lowerBound < atom.end {
          isCut = true
          continue
        }
        let isJoined = !isFirst && !isCut
        if isJoined, atom.gap == .apostrophe, absorb(atom, bytes) { continue }
        let gap = isJoined || (isFirst && atom.gap == .start) ? atom.gap : .punctuation
        isFirst = false
        append(atom, gap: gap, bytes)
      }
    }
  }

  /// Joins the second half of `don't` to the first and leaves out that of `Moore's`.
  private mutating func absorb(_ atom: WordScanner.Atom, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = tokens.last, atom.end - atom.start <= 2 else { return false }
    let tail = (bytes[atom.start] | 0x20, atom.end - atom.start == 2 ? bytes[atom.start + 1] | 0x20 : 0)
    switch tail {
    case (0x73, 0): return true  // 's
    case (0x74, 0), (0x64, 0), (0x6D, 0), (0x72, 0x65), (0x76, 0x65), (0x6C, 0x6C):  // 't 'd 'm 're 've 'll
      guard atom.end - last.start <= Self.longest else { return false }
      tokens.removeLast()
      push(last.start..<atom.end, gap: last.gap, bytes)
      return true
    default: return false
    }
  }

  private mutating func append(_ atom: WordScanner.Atom, gap: WordScanner.Gap, _ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes[atom.start] >= 0xE2 {
      let pieces = UnspacedScript.words(bytes, atom.start..<atom.end)
      if let pieces {
        for piece in pieces { push(piece, gap: .punctuation, bytes) }
        isCut = true
        return
      }
    }
    guard atom.end - atom.start <= Self.longest else {
      isCut = true
      return
    }
    push(atom.start..<atom.end, gap: gap, bytes)
    isCut = false
  }

  private mutating func push(_ range: Range<Int>, gap: WordScanner.Gap, _ bytes: UnsafeBufferPointer<UInt8>) {
    tokens.append(
      Corpus.Token(
        word: table.word(UnsafeBufferPointer(rebasing: bytes[range])), start: range.lowerBound, length: range.count,
        gap: gap))
  }
}
