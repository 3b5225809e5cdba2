import Diagnostics
import Planning

/// Holds every link and anchor of the staged pages against the staged files.
public struct LinkCheck: Sendable, Equatable {
  /// Links to files of the site that were followed.
  public private(set) var links = 0
  /// Links among them that name an anchor.
  public private(set) var anchors = 0
  /// One error per broken link, in order of page.
  public private(set) var diagnostics: [Diagnostic] = []

  public init(_ files: [StagedFile]) {
    var anchorsOf: [SitePath: [String]] = [:]
    anchorsOf.reserveCapacity(files.count)
    for file in files { anchorsOf[file.path] = file.anchors }
    for file in files {
      checkAnchors(of: file)
      for fault in file.faults {
        report("link.\(fault.kind)", file, "The address \"\(fault.address)\" \(fault.kind.rawValue).")
      }
      for link in file.links { check(link, of: file, anchorsOf) }
    }
  }

  private mutating func check(_ link: PageLink, of file: StagedFile, _ anchorsOf: [SitePath: [String]]) {
    links += 1
    guard let known = anchorsOf[link.target] else {
      report("link.broken", file, "A link leads to \"\(link.target.value)\", which this edition does not have.")
      return
    }
    guard let fragment = link.fragment else { return }
    anchors += 1
    if !Self.contains(fragment, known) {
      report("link.anchor", file, "A link leads to \"#\(fragment)\", which \"\(link.target.value)\" does not have.")
    }
  }

  private mutating func checkAnchors(of file: StagedFile) {
    for (one, next) in zip(file.anchors, file.anchors.dropFirst()) where one == next {
      report("link.twice", file, "The anchor \"\(one)\" stands twice on the page.")
    }
  }

  private mutating func report(_ id: String, _ file: StagedFile, _ summary: String) {
    diagnostics.append(
      Diagnostic(
        id, .error, at: SourcePosition(file: file.path.value), summary,
        hint: "Look at the template that makes this page, or at the user page that holds the link."))
  }

  private static func contains(_ anchor: String, _ sorted: [String]) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < anchor { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == anchor
  }
}
