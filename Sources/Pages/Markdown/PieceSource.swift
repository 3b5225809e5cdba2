import Text

/// The Markdown of a page with the pieces of its lists that are known already taken out of it.
///
/// A known piece becomes a mark with its number, known items that follow each other one item with one mark; a new piece
/// is given a mark in front, so that its HTML can be kept.
struct PieceSource {
  /// What is left for cmark.
  private(set) var markdown: [UInt8] = []
  /// The fingerprint of each piece, by its number.
  private(set) var fingerprints: [Fingerprint] = []
  private(set) var known = KnownPieces()

  /// Nil where the page has no such list.
  init?(_ source: [UInt8], _ cache: PieceCache) {
    let pieces = ListPiece.all(in: source)
    if pieces.isEmpty { return nil }
    source.withUnsafeBytes { bytes in
      fingerprints = pieces.map { $0.kind.fingerprint(UnsafeRawBufferPointer(rebasing: bytes[$0.range])) }
    }
    known = cache.find(fingerprints) { pieces[$0].kind.joint }
    markdown.reserveCapacity(source.count + pieces.count * MarkdownMark.numberedLength)
    source.withUnsafeBufferPointer { source in
      var copied = 0
      for (number, piece) in pieces.enumerated() {
        let place = known.places[number]
        if place?.isEmpty != true {
          markdown.append(contentsOf: UnsafeBufferPointer(rebasing: source[copied..<piece.range.lowerBound]))
          MarkdownMark.appendNumber(number, behind: piece.kind.mark(isKnown: place != nil), to: &markdown)
        }
        copied = place == nil ? piece.range.lowerBound : piece.replaced.upperBound
      }
      markdown.append(contentsOf: UnsafeBufferPointer(rebasing: source[copied...]))
    }
  }
}

extension ListPiece.Kind {
  private var isEntry: Bool { if case .entry = self { true } else { false } }

  /// What stands between its HTML and that of the item before it; nil where none is right before it.
  var joint: StaticString? {
    switch self {
    case .entry(followsAnother: true): "\n"
    case .line(followsAnother: true): "</li>\n<li>"
    default: nil
    }
  }

  /// The mark that takes its place, or that stands before it.
  func mark(isKnown: Bool) -> MarkdownMark {
    switch self {
    case .entry: isKnown ? .knownEntry : .newEntry
    case .line: isKnown ? .knownLine : .newLine
    case .title: isKnown ? .knownTitle : .newLine
    }
  }

  /// An entry and a line of the same words differ.
  func fingerprint(_ bytes: UnsafeRawBufferPointer) -> Fingerprint {
    let fingerprint = Fingerprint(bytes)
    return isEntry ? fingerprint : Fingerprint(high: ~fingerprint.high, low: fingerprint.low)
  }
}
