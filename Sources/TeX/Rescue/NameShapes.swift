/// First, second and last letters of names: nearly every word is told from all of them by these three.
struct NameShapes: Sendable {
  private var isShape = [Bool](repeating: false, count: 1 << 15)
  private var longest = 0

  /// - Parameter names: Of two ASCII letters or more.
  init(_ names: Set<String>) {
    for name in names {
      let letters = Array(name.utf8)
      isShape[Self.shape(letters, 0..<letters.count)] = true
      longest = max(longest, letters.count)
    }
  }

  /// Whether the letters of `range` may be one of the names.
  @inline(__always)
  func mayHold<Text: RandomAccessCollection>(_ text: Text, _ range: Range<Int>) -> Bool
  where Text.Element == UInt8, Text.Index == Int {
    range.count >= 2 && range.count <= longest && isShape[Self.shape(text, range)]
  }

  @inline(__always)
  private static func shape<Text: RandomAccessCollection>(_ text: Text, _ range: Range<Int>) -> Int
  where Text.Element == UInt8, Text.Index == Int {
    let start = range.lowerBound
    return (Int(text[start] & 0x1F) << 5 | Int(text[start + 1] & 0x1F)) << 5 | Int(text[range.upperBound - 1] & 0x1F)
  }
}
