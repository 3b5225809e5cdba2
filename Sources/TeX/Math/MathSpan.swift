import Text

/// A formula inside a text.
public struct MathSpan: Sendable, Equatable, Hashable {
  /// UTF-8 range with its delimiters.
  public var range: Range<Int>
  /// UTF-8 range of the formula itself.
  public var content: Range<Int>
  /// Whether it stands on a line of its own: `$$…$$`, `\[…\]`.
  public var isDisplayed: Bool

  public init(range: Range<Int>, content: Range<Int>, isDisplayed: Bool) {
    self.range = range
    self.content = content
    self.isDisplayed = isDisplayed
  }

  /// A longer formula is a dollar sign that was never closed.
  private static let longest = 4_000

  /// The formulas of a text, in order; sums of money are none.
  static func find(in text: UnsafeBufferPointer<UInt8>) -> [MathSpan] {
    var spans: [MathSpan] = []
    // Nearly no text has either sign.
    guard var at = [0x24, 0x5C].compactMap({ Octets.find($0, text) }).min() else { return [] }
    while at < text.count {
      switch text[at] {
      case 0x24:
        if let span = dollars(text, at) {
          spans.append(span)
          at = span.range.upperBound
          continue
        }
        at += at + 1 < text.count && text[at + 1] == 0x24 ? 2 : 1
      case 0x5C:
        if let span = brackets(text, at) ?? environment(text, at) {
          spans.append(span)
          at = span.range.upperBound
          continue
        }
        at += 2
      default: at += 1
      }
    }
    return spans
  }

  /// `$…$` by the rules of Pandoc: no white space inside the delimiters unless the formula shows its TeX, and no digit
  /// right after them; `$$…$$` without further ado.
  private static func dollars(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> MathSpan? {
    let isDouble = at + 1 < text.count && text[at + 1] == 0x24
    let start = at + (isDouble ? 2 : 1)
    guard let close = closingDollar(text, start), close > start else { return nil }
    if isDouble {
      guard close + 1 < text.count, text[close + 1] == 0x24 else { return nil }
      return MathSpan(range: at..<close + 2, content: start..<close, isDisplayed: true)
    }
    let span = MathSpan(range: at..<close + 1, content: start..<close, isDisplayed: false)
    let content = text[start..<close]
    if content.contains(where: { $0 == 0x5C || $0 == 0x5E || $0 == 0x5F }) { return span }
    // `$Name $` is one word, `$5 and US$` is none.
    let isName = content.dropLast().allSatisfy { $0.isAsciiLetter }
    let isTight = content.first != 0x20 && (content.last != 0x20 || isName)
    let isFollowedByDigit = close + 1 < text.count && text[close + 1] &- 0x30 < 10
    return isTight && !isFollowedByDigit ? span : nil
  }

  private static func closingDollar(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var at = start
    while at < min(text.count, start + longest) {
      if text[at] == 0x24 { return at }
      at += text[at] == 0x5C ? 2 : 1
    }
    return nil
  }

  /// `\(…\)` and `\[…\]`.
  private static func brackets(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> MathSpan? {
    guard at + 1 < text.count, text[at + 1] == 0x28 || text[at + 1] == 0x5B else { return nil }
    let close: UInt8 = text[at + 1] == 0x28 ? 0x29 : 0x5D
    var end = at + 2
    while end + 1 < min(text.count, at + longest) {
      if text[end] == 0x5C {
        if text[end + 1] == close {
          return MathSpan(range: at..<end + 2, content: at + 2..<end, isDisplayed: close == 0x5D)
        }
        end += 1
      }
      end += 1
    }
    return nil
  }

  /// `\begin{equation}…\end{equation}` and its kin.
  private static func environment(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> MathSpan? {
    for name in ["equation", "equation*", "align", "align*", "gather", "gather*", "eqnarray", "eqnarray*", "math"] {
      let open = Array("\\begin{\(name)}".utf8)
      guard text[at...].starts(with: open) else { continue }
      let close = Array("\\end{\(name)}".utf8)
      var end = at + open.count
      while end + close.count <= min(text.count, at + longest) {
        if text[end] == 0x5C, text[end...].starts(with: close) {
          return MathSpan(range: at..<end + close.count, content: at + open.count..<end, isDisplayed: name != "math")
        }
        end += 1
      }
    }
    return nil
  }
}
