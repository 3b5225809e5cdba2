import Planning
import Text

/// What is kept of a file once its bytes are staged: enough for the checks, the report and the swap.
public struct StagedFile: Sendable, Equatable {
  public var path: SitePath
  public var size: Int
  public var fingerprint: Fingerprint
  /// True where the old edition holds the same bytes.
  public var isUnchanged: Bool
  /// Links that lead to files or anchors of the site; empty for files that are no pages.
  public var links: [PageLink]
  /// Anchors that links may lead to, sorted.
  public var anchors: [String]
  /// Broken or forbidden things seen while the page was scanned.
  public var faults: [LinkFault]

  /// Takes the file's measure, and reads links and anchors out of it where it is a page.
  init(_ file: OutputFile, isUnchanged: Bool) {
    path = file.path
    size = file.bytes.count
    fingerprint = Fingerprint(file.bytes)
    self.isUnchanged = isUnchanged
    var scanner = PageScanner(page: file.path)
    if file.path.value.hasSuffix(".html") { file.bytes.withUnsafeBufferPointer { scanner.scan($0) } }
    links = scanner.links.sorted()
    anchors = scanner.anchors.sorted()
    faults = scanner.faults
  }
}

/// A link of a page to a file of the site.
public struct PageLink: Sendable, Hashable, Comparable {
  public var target: SitePath
  /// Without `#`; nil where the whole file is meant.
  public var fragment: String?

  public static func < (a: PageLink, b: PageLink) -> Bool {
    (a.target, a.fragment ?? "") < (b.target, b.fragment ?? "")
  }
}

/// An address in a page that no edition may hold.
public struct LinkFault: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case leavesSite = "leaves the site's folder"
    case absolute = "starts at the host's root, which breaks below a sub-folder and on a disk"
    case folder = "names a folder, which a disk shows as a listing"
    case scheme = "uses a scheme that is not allowed"
    case external = "loads from another host"
  }
  public var kind: Kind
  public var address: String
}
