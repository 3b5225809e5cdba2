import Foundation

/// Folds a word so that its written variants become one: `Naïve` and `naive`, `ﬁne` and `fine`, `Große` and `grosse`.
///
/// NFKD, accents and vowel points dropped, lower case, a few letters spelled out, NFC; what is then no letter, mark
/// or digit goes. Marks that make a different letter (Indic vowels, the voicing of kana) stay.
public enum Folding {
  /// Appends the folded form of the word `text[range]` to `output`.
  public static func fold(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) {
    let word = UnsafeBufferPointer(rebasing: text[range])
    if !foldASCII(word, into: &output) { foldScalars(String(decoding: word, as: UTF8.self), into: &output) }
  }

  /// Appends the word in small letters where it is ASCII; returns false and appends nothing where it is not.
  static func foldASCII(_ word: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Bool {
    var all: UInt8 = 0
    for byte in word { all |= byte }
    if all >= 0x80 { return false }
    let start = output.count
    output.append(contentsOf: word)
    output.withUnsafeMutableBufferPointer { output in
      for at in start..<output.count where output[at] &- 0x41 < 26 { output[at] |= 0x20 }
    }
    return true
  }

  /// The folded form of a word.
  public static func fold(_ word: String) -> String {
    var copy = word
    var output: [UInt8] = []
    copy.withUTF8 { fold($0, 0..<$0.count, into: &output) }
    return String(decoding: output, as: UTF8.self)
  }
}

extension Folding {
  private static func foldScalars(_ word: String, into output: inout [UInt8]) {
    var folded = ""
    for scalar in word.decomposedStringWithCompatibilityMapping.unicodeScalars where !isAccent(scalar.value) {
      if let spelled = spelledOut[scalar.value] {
        folded += spelled
      } else {
        for small in scalar.properties.lowercaseMapping.unicodeScalars where !isAccent(small.value) {
          folded.unicodeScalars.append(small)
        }
      }
    }
    if folded.unicodeScalars.contains(where: { mayCompose($0.value) }) {
      folded = folded.precomposedStringWithCanonicalMapping
    }
    for scalar in folded.unicodeScalars where isWord(scalar) {
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// Whether a scalar that was taken apart may join the one before it again: no letter of the Latin, Greek and Cyrillic
  /// alphabets does.
  private static func mayCompose(_ value: UInt32) -> Bool {
    value >= 0x300 && !(0x370..<0x483).contains(value)
  }

  /// Marks that do not change the letter for a searcher: combining accents, Hebrew and Arabic points.
  private static func isAccent(_ value: UInt32) -> Bool {
    guard value >= 0x300 else { return false }
    switch value {
    case 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x610...0x61A, 0x640,
      0x64B...0x65F, 0x670, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F:
      return true
    default: return false
    }
  }

  /// Letters that Unicode does not take apart, and the final sigma.
  private static let spelledOut: [UInt32: String] = [
    0xDF: "ss", 0x1E9E: "ss", 0xC6: "ae", 0xE6: "ae", 0x152: "oe", 0x153: "oe", 0xD8: "o", 0xF8: "o",
    0x141: "l", 0x142: "l", 0x110: "d", 0x111: "d", 0xD0: "d", 0xF0: "d", 0xDE: "th", 0xFE: "th",
    0x131: "i", 0x3C2: "σ",
  ]

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      let byte = UInt8(scalar.value)
      return byte &- 0x61 < 26 || byte &- 0x30 < 10
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
