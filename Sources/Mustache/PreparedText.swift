/// A text of `PreparedTexts`: where it lies, not the text itself.
///
/// It is a few numbers, so that a list of thousands of such values costs no memory of its own and no counting of
/// references; the template that shows it is given the texts.
public struct PreparedText: Sendable, Equatable {
  /// The first byte of the text.
  var start: Int
  /// Bytes of the text, which are followed by the same text as Markdown where that differs.
  var count: Int32
  /// Bytes of that; 0 where the text stands for itself.
  var markdownCount: Int32

  /// The empty text.
  public static let none = PreparedText(start: 0, count: 0, markdownCount: 0)

  public var isEmpty: Bool { count == 0 }

  /// The same text after the texts that it lies in were appended to `count` bytes of others.
  public func moved(by count: Int) -> PreparedText {
    PreparedText(start: start + count, count: self.count, markdownCount: markdownCount)
  }

  var text: Range<Int> { start..<start + Int(count) }
  var markdown: Range<Int> {
    markdownCount == 0 ? text : text.upperBound..<text.upperBound + Int(markdownCount)
  }
}

/// A relative link to a page whose path is a prepared text: so many steps up, then the path or its last part.
///
/// The path is made of letters, digits, hyphens, dots and slashes alone and is written as it is.
public struct PreparedLink: Sendable, Equatable {
  var path: PreparedText
  var stepsUp: Int

  /// No link.
  public static let none = PreparedLink(.none, stepsUp: 0)

  public var isEmpty: Bool { path.isEmpty && stepsUp == 0 }

  /// - Parameter dropping: bytes of the path that the link leaves out, those of the folder that both pages are in.
  public init(_ path: PreparedText, stepsUp: Int, dropping: Int = 0) {
    self.path = PreparedText(start: path.start + dropping, count: path.count - Int32(dropping), markdownCount: 0)
    self.stepsUp = stepsUp
  }
}
