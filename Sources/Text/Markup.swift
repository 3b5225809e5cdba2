/// Bytes that are finished text of their format: they are written as they are, never escaped again.
///
/// It is made from text by an escaper, or by code that writes the format itself; never from input as it came.
public struct Markup: Sendable, Hashable {
  /// UTF-8.
  public var bytes: [UInt8]

  /// Trusts `bytes` to be safe where they will stand.
  public init(bytes: [UInt8] = []) { self.bytes = bytes }

  /// Trusts `text` to be safe where it will stand.
  public init(trusted text: String) { bytes = Array(text.utf8) }

  /// Plain text as HTML.
  public init(html text: String) {
    bytes = []
    HTMLEscaping.append(text, to: &bytes)
  }

  /// Plain text as Markdown.
  public init(markdown text: String) {
    bytes = []
    MarkdownEscaping.append(text, to: &bytes)
  }

  public var isEmpty: Bool { bytes.isEmpty }

  /// The bytes as a string, broken UTF-8 mended.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  public static func += (a: inout Markup, b: Markup) { a.bytes += b.bytes }
  public static func + (a: Markup, b: Markup) -> Markup { Markup(bytes: a.bytes + b.bytes) }
}
