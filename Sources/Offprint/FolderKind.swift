import Publishing

/// What a folder that a person names is.
public enum FolderKind: Sendable {
  /// A published edition.
  case edition
  /// A publisher's folder: it has settings or dumps.
  case site
  /// A folder of input files.
  case input

  /// Nil where `path` is no folder.
  public init?(_ path: String) {
    guard FileSystem.isFolder(path) else { return nil }
    if FileSystem.exists(SiteFolder.join(path, Manifest.path)) {
      self = .edition
    } else if FileSystem.exists(SiteFolder.join(path, "offprint.yml"))
      || FileSystem.isFolder(SiteFolder.join(path, "dumps"))
    {
      self = .site
    } else {
      self = .input
    }
  }
}
