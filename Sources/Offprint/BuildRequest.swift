/// What one build is asked to do; what is nil comes from the site's configuration.
public struct BuildRequest: Sendable, Equatable {
  /// The publisher's folder; nil where only input files are named.
  public var site: String?
  /// Input files that replace the configured ones; empty for none.
  public var inputs: [String] = []
  /// Output folder, replacing the configured one.
  public var output: String?
  /// Number of topics, replacing the configured one.
  public var topics: Int?
  /// Threads that may run at once; never changes a byte of the output.
  public var threads = 1
  /// Warnings about the input keep the edition from being published.
  public var isStrict = false

  public init() {}
}
