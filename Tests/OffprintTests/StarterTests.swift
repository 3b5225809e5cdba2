import Diagnostics
import Testing

@testable import Offprint

@Suite("A folder to begin with")
struct StarterTests {
  @Test("its configuration says what the defaults are, and it builds")
  func begin() throws {
    let site = try MiniSite([:])
    let files = try Starter.begin("\(site.path)/new")
    #expect(
      files.map { $0.dropFirst(site.path.count + 5) }.sorted() == [
        "dumps/example.txt", "offprint.yml", "pages/about.md",
      ])
    #expect(try ConfigurationReader.read(site.text("new/offprint.yml"), file: "offprint.yml") == Configuration())
  }

  @Test("what is there already is never overwritten")
  func twice() throws {
    let site = try MiniSite(["offprint.yml": "title: Mine\n"])
    #expect(throws: Failure.self) { try Starter.begin(site.path) }
    #expect(site.text("offprint.yml") == "title: Mine\n")
    #expect(site.text("dumps/example.txt").isEmpty)
  }

  @Test("templates are handed out by name, and a mistyped name is asked about")
  func eject() throws {
    let site = try MiniSite([:])
    #expect(try Starter.eject(["layouts/page.html"], into: site.path) == ["\(site.path)/templates/layouts/page.html"])
    let failure = #expect(throws: Failure.self) { try Starter.eject(["layouts/pgae.html"], into: site.path) }
    #expect(failure?.diagnostics.first?.hint == "Did you mean \"layouts/page.html\"?")
  }
}
