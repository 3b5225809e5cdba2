import Diagnostics
import Foundation
import Testing

@testable import Offprint

@Suite("Checks")
struct CheckTests {
  @Test("a folder is an edition, a site or a folder of input files; all of a site is checked")
  func folders() throws {
    let site = try MiniSite(["dumps/list.txt": MiniSite.dump(6)])
    try site.build()
    #expect(FolderKind("\(site.path)/public") == .edition)
    #expect(FolderKind(site.path) == .site)
    #expect(FolderKind("\(site.path)/dumps") == .input)
    #expect(FolderKind("\(site.path)/dumps/list.txt") == nil)
    #expect(try InputCheck.of(site: site.path, threads: 1).tally.papers == 6)
    #expect(try InputCheck.of(["\(site.path)/dumps"], threads: 1).tally.papers == 6)
    for (file, text) in [("ledger.json", "[]"), ("offprint.yml", "titel: x"), ("pages/a.md", "---\nx: 1\n---\n")] {
      try site.write(file, Data(text.utf8))
      let failure = #expect(throws: Failure.self) { try InputCheck.of(site: site.path, threads: 1) }
      #expect(failure?.diagnostics.first?.position?.file == "\(site.path)/\(file)")
      try FileManager.default.removeItem(atPath: "\(site.path)/\(file)")
    }
    try site.write("empty/x/y", Data())
    #expect(throws: Failure.self) { try InputCheck.of(["\(site.path)/empty"], threads: 1) }
  }
}
