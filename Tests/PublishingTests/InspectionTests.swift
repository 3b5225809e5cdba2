import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite("A published edition is looked over")
struct InspectionTests {
  let folder: Folder
  var output: String { "\(folder.path)/public" }

  init() throws {
    folder = try Folder()
    try publish([page("index.html", #"<a href="a.html#x">"#), page("a.html", #"<p id="x">"#)], to: output)
  }

  @Test("a whole edition has no fault")
  func whole() throws {
    let inspection = try Inspection.of(output, threads: 2)
    #expect(inspection.files == 2 && inspection.links == 1 && inspection.anchors == 1)
    #expect(inspection.diagnostics.isEmpty)
  }

  @Test("a changed and a missing file are named, and so is the link that leads nowhere now")
  func damaged() throws {
    try "<p>".write(toFile: "\(output)/index.html", atomically: true, encoding: .utf8)
    #expect(try Inspection.of(output, threads: 1).diagnostics.map(\.id) == ["check.changed"])
    try publish([page("index.html", #"<a href="a.html#x">"#), page("a.html", #"<p id="x">"#)], to: output)
    try FileManager.default.removeItem(atPath: "\(output)/a.html")
    #expect(try Inspection.of(output, threads: 1).diagnostics.map(\.id) == ["check.missing", "link.broken"])
  }

  @Test("a folder without an edition is an error")
  func none() throws {
    #expect(throws: Failure.self) { try Inspection.of(folder.path, threads: 1) }
  }
}
