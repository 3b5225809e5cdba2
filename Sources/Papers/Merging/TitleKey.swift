import Foundation
import Text

/// Two normal forms of a title, as fingerprints: what must agree for two entries to be one paper.
struct TitleKey: Sendable, Equatable {
  /// Case, white space, hyphens, the shape of quotes and dashes and a final full stop do not count; every other mark
  /// does, so that C, C++ and C# stay apart.
  let exact: Fingerprint
  /// Letters and digits alone, without accents; equals `exact` where nothing would be left.
  let loose: Fingerprint

  init(_ title: String) {
    var text = title
    (exact, loose) = text.withUTF8 { bytes in
      if Octets.skipASCII(bytes, from: 0) == bytes.count { return Self.forms(bytes) }
      let (whole, bare) = Self.normalised(bytes)
      return (
        whole.withUnsafeBufferPointer { Self.forms($0).exact }, bare.withUnsafeBufferPointer { Self.forms($0).loose }
      )
    }
  }

  /// The text in lower case, composed and with plain marks, and the same taken apart without its accents; ASCII letters
  /// stay as they are.
  ///
  /// What ASCII stands between joins nothing before it (Unicode Standard Annex 15), so that only the stretches of other
  /// letters go through Unicode's tables, each with the letter that an accent behind it may belong to.
  private static func normalised(_ text: UnsafeBufferPointer<UInt8>) -> (whole: [UInt8], bare: [UInt8]) {
    var (whole, bare): ([UInt8], [UInt8]) = ([], [])
    var at = 0
    while at < text.count {
      let other = Octets.skipASCII(text, from: at)
      let start = other == text.count ? other : max(at, other - 1)
      whole += text[at..<start]
      bare += text[at..<start]
      var end = min(other + 1, text.count)
      while end < text.count, text[end] >= 0x80 { end += 1 }
      let stretch = String(decoding: text[start..<end], as: UTF8.self)
      whole += plainMarks(stretch.precomposedStringWithCompatibilityMapping.lowercased()).utf8
      var letters = stretch.decomposedStringWithCompatibilityMapping.lowercased()
      letters.unicodeScalars.removeAll { $0.properties.canonicalCombiningClass != .notReordered }
      bare += letters.utf8
      at = end
    }
    return (whole, bare)
  }

  /// Both forms of lower-case text, other than ASCII letters kept as they are.
  private static func forms(_ text: UnsafeBufferPointer<UInt8>) -> (exact: Fingerprint, loose: Fingerprint) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * text.count) { room in
      let exact = UnsafeMutableBufferPointer(rebasing: room[..<text.count])
      let loose = UnsafeMutableBufferPointer(rebasing: room[text.count...])
      var (exactCount, looseCount) = (0, 0)
      for at in 0..<text.count {
        let byte = text[at]
        if byte.isSpace || byte == 0x2D && exactCount > 0 && at + 1 < text.count && isWord(text[at + 1]) {
          if exactCount > 0, exact[exactCount - 1] != 0x20 {
            exact[exactCount] = 0x20
            exactCount += 1
          }
          continue
        }
        let folded = byte.asciiLowercased
        exact[exactCount] = folded
        exactCount += 1
        if isWord(folded) {
          loose[looseCount] = folded
          looseCount += 1
        }
      }
      while exactCount > 0, exact[exactCount - 1] == 0x20 || exact[exactCount - 1] == 0x2E && looseCount > 0 {
        exactCount -= 1
      }
      let whole = Fingerprint(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(exact)[..<exactCount]))
      if looseCount == 0 { return (whole, whole) }
      return (whole, Fingerprint(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(loose)[..<looseCount])))
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || byte | 0x20 &- 0x61 < 26
  }

  /// Typographic quotes, dashes and spaces as their ASCII forms.
  private static func plainMarks(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x201A, 0x02BC: plain.append("'")
      case 0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB: plain.append("\"")
      case 0x2010...0x2015, 0x2212: plain.append("-")
      case 0x00A0, 0x2000...0x200A, 0x202F, 0x3000: plain.append(" ")
      case 0x200B...0x200D, 0x2060, 0x00AD: break
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
