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
    let forms = text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } ? Self.forms(bytes) : nil }
    if let forms {
      (exact, loose) = forms
    } else {
      var whole = Self.plainMarks(title.precomposedStringWithCompatibilityMapping.lowercased())
      var bare = title.decomposedStringWithCompatibilityMapping.lowercased()
      bare.unicodeScalars.removeAll { $0.properties.canonicalCombiningClass != .notReordered }
      exact = whole.withUTF8 { Self.forms($0).exact }
      loose = bare.withUTF8 { Self.forms($0).loose }
    }
  }

  /// Both forms of lower-case text, other than ASCII letters kept as they are.
  private static func forms(_ text: UnsafeBufferPointer<UInt8>) -> (exact: Fingerprint, loose: Fingerprint) {
    var exact: [UInt8] = []
    var loose: [UInt8] = []
    exact.reserveCapacity(text.count)
    loose.reserveCapacity(text.count)
    for at in 0..<text.count {
      let byte = text[at]
      let isSpace = byte.isSpace || (byte == 0x2D && !exact.isEmpty && at + 1 < text.count && isWord(text[at + 1]))
      if isSpace {
        if exact.last != 0x20, !exact.isEmpty { exact.append(0x20) }
        continue
      }
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      exact.append(folded)
      if isWord(folded) { loose.append(folded) }
    }
    while let last = exact.last, last == 0x20 || (last == 0x2E && !loose.isEmpty) { exact.removeLast() }
    let whole = Fingerprint(exact)
    return (whole, loose.isEmpty ? whole : Fingerprint(loose))
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
