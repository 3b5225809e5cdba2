import Diagnostics
import Planning
import Text

/// Holds every link and anchor of the staged pages against the staged files.
public struct LinkCheck: Sendable, Equatable {
  /// Links to files of the site that were followed, those of one page to one file counted once.
  public private(set) var links = 0
  /// Links that name an anchor.
  public private(set) var anchors = 0
  /// One error per broken link, in order of page.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Checks `files`; `read` gives a page's bytes again, to tell a broken link in words.
  ///
  /// - Parameters:
  ///   - coming: paths of files without links or anchors that the edition will have too.
  ///   - repeated: what the files were staged with.
  public init(
    _ files: [StagedFile], coming: [SitePath] = [], repeated: RepeatedMarkup = RepeatedMarkup(),
    read: (SitePath) -> [UInt8]?
  ) {
    var known = FileNumbers(capacity: files.count + coming.count)
    for (index, file) in files.enumerated() { known.add(Fingerprint.short(Array(file.path.value.utf8)), index) }
    for path in coming { known.add(Fingerprint.short(Array(path.value.utf8)), files.count) }
    // What pages hold alike is looked up once for each choice of stretches.
    var shared: [RepeatedMarkup.Numbers: (count: Int, broken: [UInt64])] = [:]
    for file in files where file.repeated != 0 && shared[file.repeated] == nil {
      let targets = repeated.targets(file.repeated)
      shared[file.repeated] = (targets.count, targets.filter { known[$0] == nil })
    }
    for file in files {
      let alike = file.repeated == 0 ? nil : shared[file.repeated]
      links += file.targets.count + (alike?.count ?? 0)
      anchors += file.fragments.count
      var broken = file.targets.filter { known[$0] == nil }
      if let more = alike?.broken, !more.isEmpty { broken = (broken + more).sorted() }
      let lost = file.fragments.filter { fragment in
        known[fragment.target].map { $0 == files.count || !files[$0].anchors.containsSorted(fragment.anchor) } ?? false
      }
      let twice = zip(file.anchors, file.anchors.dropFirst()).filter { $0 == $1 }.map(\.0)
      if broken.isEmpty, lost.isEmpty, twice.isEmpty, file.faults.isEmpty { continue }
      let page = read(file.path) ?? []
      for anchor in twice {
        report("link.twice", file, "The anchor \"\(Self.words(anchor, file, page))\" stands twice on the page.")
      }
      for fault in file.faults {
        report("link.\(fault.kind)", file, "The address \"\(fault.address)\" \(fault.kind.rawValue).")
      }
      for target in broken {
        report("link.broken", file, "The link \"\(Self.words(target, file, page))\" leads to no file of this edition.")
      }
      for fragment in lost {
        report(
          "link.anchor", file,
          "The link \"\(Self.words(fragment.anchor, file, page))\" names an anchor that its page does not have.")
      }
    }
  }

  private mutating func report(_ id: String, _ file: StagedFile, _ summary: String) {
    diagnostics.append(
      Diagnostic(
        id, .error, at: SourcePosition(file: file.path.value), summary,
        hint: "Look at the template that makes this page, or at the user page that holds the link."))
  }

  /// What stands in the page for a fingerprint.
  private static func words(_ fingerprint: UInt64, _ file: StagedFile, _ page: [UInt8]) -> String {
    var scanner = PageScanner(page: file.path, wanted: fingerprint)
    page.withUnsafeBufferPointer { _ = scanner.scan($0) }
    return scanner.found ?? "?"
  }
}
