import Planning

/// A file of the site before it is written.
public struct OutputFile: Sendable, Equatable {
  public var path: SitePath
  public var bytes: [UInt8]

  public init(path: SitePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
