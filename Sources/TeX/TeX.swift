import Text

/// What the room turns TeX into: readable Unicode text with its formulas kept aside.
public enum TeX {
  /// Text with its TeX mended: accents, quotes, escapes and font commands as Unicode; formulas stay as they are.
  ///
  /// Plain text is never touched: nil where there is nothing to mend. Mending what is mended changes nothing.
  ///
  /// - Parameter bracesAreTeX: whether every pair of braces only groups, as in BibTeX; elsewhere most are the text's own.
  public static func mended(_ text: String, bracesAreTeX: Bool = false) -> String? {
    var copy = text
    return copy.withUTF8 { bytes in
      let signs = Signs(bytes)
      guard bracesAreTeX || signs.mayBeTeX || signs.mayBeHarmed else { return nil }
      var output: [UInt8]?
      if bracesAreTeX || signs.mayBeTeX {
        var mender = Mender(bytes, bracesAreTeX: bracesAreTeX)
        output = mender.mended()
      }
      let mended = output ?? Array(bytes)
      output = Rescue.rescued(mended) ?? output
      guard let output, !output.elementsEqual(bytes) else { return nil }
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// Mended text with its formulas flattened into plain characters, for search, titles and summaries: `O(N²)`.
  public static func plain(_ mended: String) -> String {
    var copy = mended
    return copy.withUTF8 { bytes in
      let spans = MathSpan.find(in: bytes)
      guard !spans.isEmpty else { return mended }
      var output: [UInt8] = []
      var at = 0
      for span in spans {
        output.append(contentsOf: bytes[at..<span.range.lowerBound])
        output += MathText.flattened(UnsafeBufferPointer(rebasing: bytes[span.content]))
        at = span.range.upperBound
      }
      output.append(contentsOf: bytes[at...])
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// The formulas of a mended text, in order.
  public static func formulas(in mended: String) -> [MathSpan] {
    var copy = mended
    return copy.withUTF8 { MathSpan.find(in: $0) }
  }
}
