import Planning
import Text

/// What is kept of a file once its bytes are staged: enough for the checks, the report and the swap.
public struct StagedFile: Sendable, Equatable {
  public var path: SitePath
  public var size: Int
  public var fingerprint: Fingerprint
  /// True where the old edition holds the same bytes.
  public var isUnchanged: Bool
  /// Fingerprints of the paths of the files that a page leads to, without those that its repeated stretches lead to;
  /// empty for files that are no pages.
  var targets: [UInt64]
  /// The stretches that it holds like other pages.
  var repeated: RepeatedMarkup.Numbers = 0
  /// Anchors that a page's links name.
  var fragments: [PageFragment]
  /// Fingerprints of the anchors that links may lead to, sorted.
  var anchors: [UInt64]
  /// Forbidden addresses seen while the page was scanned.
  public var faults: [LinkFault]

  /// A file that is no page.
  init(path: SitePath, size: Int, fingerprint: Fingerprint, isUnchanged: Bool) {
    self.path = path
    self.size = size
    self.fingerprint = fingerprint
    self.isUnchanged = isUnchanged
    (targets, fragments, anchors, faults) = ([], [], [], [])
  }

  /// Takes the file's measure, and reads links and anchors out of it where it is a page.
  init(_ file: OutputFile, _ stretches: RepeatedMarkup = RepeatedMarkup(), isUnchanged: Bool) {
    self.init(
      path: file.path, size: file.bytes.count, fingerprint: Fingerprint(file.bytes), isUnchanged: isUnchanged)
    guard file.path.value.hasSuffix(".html") else { return }
    var scanner = PageScanner(page: file.path, repeated: stretches)
    file.bytes.withUnsafeBufferPointer { _ = scanner.scan($0) }
    let held = scanner.held
    repeated = held
    targets = Self.each(scanner.targets).filter { !stretches.leads(held, to: $0) }
    fragments = Self.each(scanner.fragments)
    anchors = scanner.anchors.sorted()
    faults = scanner.faults
  }

  /// Sorted, each once, in no more memory than that takes: there is such a list for every page.
  private static func each<Value: Comparable>(_ values: [Value]) -> [Value] {
    let sorted = values.sorted()
    var found: [Value] = []
    found.reserveCapacity(sorted.indices.count { $0 == 0 || sorted[$0] != sorted[$0 - 1] })
    for value in sorted where found.last != value { found.append(value) }
    return found
  }
}

/// An anchor that a link names, both ends as fingerprints.
struct PageFragment: Sendable, Hashable, Comparable {
  /// Of the path of the file.
  var target: UInt64
  /// Of the part behind `#`.
  var anchor: UInt64

  static func < (a: PageFragment, b: PageFragment) -> Bool { (a.target, a.anchor) < (b.target, b.anchor) }
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
