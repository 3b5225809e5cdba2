import Parallel

/// The prebuilt search index: documents in, the bytes of its files out.
public enum SearchIndex {
  /// A file of the index, its name below the site's `search/` folder.
  public struct File: Sendable, Equatable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// Builds the index files of `documents`, every `.json` with its `.js` twin, in a fixed order.
  public static func files(_ documents: [SearchDocument], threads: Int) -> [File] {
    []
  }
}
