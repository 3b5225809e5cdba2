import Text

/// Words of Chinese and Japanese, which are written without spaces between them.
enum UnspacedScript {
  private enum Kind { case han, katakana, hiragana, other }

  /// Pairs of neighbouring Han characters and whole runs of Katakana; nil where the text has neither.
  ///
  /// Hiragana, which writes endings and particles, is left out; runs of other letters stay whole.
  static func words(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>]? {
    let letters = letters(text, range)
    guard letters.contains(where: { $0.kind != .other }) else { return nil }
    var words: [Range<Int>] = []
    var at = 0
    while at < letters.count {
      var end = at + 1
      while end < letters.count && letters[end].kind == letters[at].kind { end += 1 }
      let run = letters[at].start..<(end < letters.count ? letters[end].start : range.upperBound)
      switch letters[at].kind {
      case .hiragana: break
      case .han where end - at > 2:
        for first in at..<end - 1 {
          words.append(letters[first].start..<(first + 2 < letters.count ? letters[first + 2].start : range.upperBound))
        }
      case .han, .katakana, .other: if run.count <= 100 { words.append(run) }
      }
      at = end
    }
    return words
  }

  private static func letters(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [(start: Int, kind: Kind)] {
    var letters: [(start: Int, kind: Kind)] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let length = max(1, UTF8Decoding.length(text, at))
      letters.append((at, UTF8Decoding.scalar(text, at, length).map(kind) ?? .other))
      at += length
    }
    return letters
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x3041...0x309F: .hiragana
    case 0x30A0...0x30FF, 0x31F0...0x31FF: .katakana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: .han
    default: .other
    }
  }
}
