import Planning

/// A finished page.
public struct OutputPage: Sendable, Equatable {
  public var path: SitePath
  public var html: [UInt8]
  /// The body as Markdown, whole by itself; nil where nobody asked for it.
  public var markdown: [UInt8]?
}
